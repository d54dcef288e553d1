import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

/** `open` asks for an action and stands out; `done` is deliberately the quietest, so that it never looks like "sent". */
export type StatusTone = "open" | "moving" | "waiting" | "done";

const looks: Record<StatusTone, string> = {
  open: "border-warning bg-warning-tint",
  moving: "border-action bg-action-tint",
  waiting: "border-info bg-info-tint",
  done: "border-edge bg-paper",
};

export function StatusTag({ tone, children }: { tone: StatusTone; children: ReactNode }) {
  return (
    <span
      data-area
      className={classNames(
        "inline-flex items-center whitespace-nowrap rounded-full border px-3 py-0.5 font-semibold text-sm text-text",
        looks[tone],
      )}
    >
      {children}
    </span>
  );
}
