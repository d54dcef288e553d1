import type { ReactNode } from "react";

/** A sentence, and the button that it explains: beside each other where there is room. */
export function ActionRow({ text, children }: { text: ReactNode; children: ReactNode }) {
  return (
    <div className="grid items-center gap-x-8 gap-y-3 sm:grid-cols-[1fr_auto]">
      <p className="max-w-prose text-muted">{text}</p>
      <div>{children}</div>
    </div>
  );
}
