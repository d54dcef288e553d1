import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

export function Card({ className, ...rest }: ComponentProps<"div">) {
  return (
    <div
      data-area
      {...rest}
      className={classNames("rounded-card border border-line bg-raised p-5 sm:p-6", className)}
    />
  );
}
