import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

/** The browser's own list: it opens, searches and closes by keys as its person is used to. No `name`, as in `TextInput`. */
export function Select({ className, ...rest }: Omit<ComponentProps<"select">, "name" | "form">) {
  return (
    <select
      {...rest}
      className={classNames(
        "min-h-12 w-full rounded-control border-2 border-input bg-page px-3 text-text aria-invalid:border-danger",
        className,
      )}
    />
  );
}
