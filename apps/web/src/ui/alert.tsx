import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { ErrorIcon, InfoIcon, SuccessIcon, WarningIcon } from "./icons.tsx";

export type AlertTone = "info" | "success" | "warning" | "danger";

const tones = {
  info: { look: "border-info bg-info-tint", mark: "text-info", Icon: InfoIcon },
  success: { look: "border-success bg-success-tint", mark: "text-success", Icon: SuccessIcon },
  warning: { look: "border-warning bg-warning-tint", mark: "text-warning", Icon: WarningIcon },
  danger: { look: "border-danger bg-danger-tint", mark: "text-danger", Icon: ErrorIcon },
} as const satisfies Record<AlertTone, unknown>;

type AlertProps = { tone: AlertTone; title?: ReactNode; children?: ReactNode; actions?: ReactNode };

/**
 * A message that stays. It is not a live region: one that appears later is announced through `LiveRegion`, which exists
 * since the page was loaded, because some screen readers miss a region that comes together with its text.
 */
export function Alert({ tone, title, children, actions }: AlertProps) {
  const { look, mark, Icon } = tones[tone];
  return (
    <div data-area className={classNames("flex gap-3 rounded-card border-l-4 px-4 py-3.5 sm:px-5 sm:py-4", look)}>
      <Icon className={classNames("mt-0.5 size-6", mark)} />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children}
        {actions && <div className="mt-3 flex flex-wrap gap-3">{actions}</div>}
      </div>
    </div>
  );
}
