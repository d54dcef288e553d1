import type { ReactNode } from "react";

type EmptyStateProps = { picture?: ReactNode; text: ReactNode; action?: ReactNode };

/** One sentence and one thing to do. */
export function EmptyState({ picture, text, action }: EmptyStateProps) {
  return (
    <div className="grid justify-items-center gap-5 rounded-card bg-paper px-5 py-10 text-center sm:py-14">
      {picture}
      <p className="max-w-prose text-lg">{text}</p>
      {action}
    </div>
  );
}
