import type { ReactNode } from "react";

/** Where a line of the error summary leads to: see `focusField`. */
export function Place({ of, className, children }: { of: string; className?: string; children: ReactNode }) {
  return (
    <div data-field={of} className={className}>
      {children}
    </div>
  );
}

export const focusField = (within: Element | null, field: string) =>
  within?.querySelector<HTMLElement>(`[data-field="${field}"] :is(input, textarea)`)?.focus();
