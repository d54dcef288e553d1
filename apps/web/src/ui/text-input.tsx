import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

/** No `name`: an early submit must have nothing to send. */
type Nameless<Element extends "input" | "textarea"> = Omit<ComponentProps<Element>, "name" | "form">;

const look =
  "w-full rounded-control border-2 border-input bg-page px-3 text-text placeholder:text-muted aria-invalid:border-danger";

export function TextInput({ className, ...rest }: Nameless<"input">) {
  return <input type="text" {...rest} className={classNames(look, "min-h-12", className)} />;
}

export function TextArea({ className, rows = 5, ...rest }: Nameless<"textarea">) {
  return <textarea {...rest} rows={rows} className={classNames(look, "py-2.5", className)} />;
}
