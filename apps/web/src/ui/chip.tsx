import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type ChipProps = { isChosen: boolean; onClick: () => void; children: ReactNode };

/** A filter that is on or off. Chosen is told by the tick and the state, not by colour alone. */
export function Chip({ isChosen, onClick, children }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onClick}
      className={classNames(
        "inline-flex min-h-11 cursor-pointer items-center rounded-full border px-4 font-semibold",
        isChosen ? "border-action bg-action-tint text-text" : "border-edge bg-raised text-muted hover:border-action",
      )}
    >
      {isChosen && <span aria-hidden="true">✓&nbsp;</span>}
      {children}
    </button>
  );
}
