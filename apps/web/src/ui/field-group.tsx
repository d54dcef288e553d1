import { type ReactNode, useId } from "react";
import { classNames } from "./class-names.ts";
import { FieldError } from "./field.tsx";

type FieldGroupProps = { legend: ReactNode; hint?: ReactNode; error?: string | undefined; children: ReactNode };

/** Several controls that answer one question, like the parts of a date. */
export function FieldGroup({ legend, hint, error, children }: FieldGroupProps) {
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset
      className={classNames("min-w-0", error && "border-l-4 border-danger pl-4")}
      aria-describedby={describedBy || undefined}
    >
      <legend className="font-semibold">{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className="mt-0.5 text-muted text-sm">
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <div className="mt-2">{children}</div>
    </fieldset>
  );
}
