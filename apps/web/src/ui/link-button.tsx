import type { ComponentProps, ReactNode } from "react";
import { type ButtonVariant, buttonClass } from "./button-class.ts";

type LinkButtonProps = ComponentProps<"a"> & { href: string; variant?: ButtonVariant; icon?: ReactNode };

/** A plain link that looks like a button: downloads, and addresses that need a full page load. */
export function LinkButton({ variant = "primary", icon, children, className, ...rest }: LinkButtonProps) {
  return (
    <a {...rest} className={buttonClass(variant, className)}>
      {icon}
      {children}
    </a>
  );
}
