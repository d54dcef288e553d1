import type { ComponentProps, ReactNode } from "react";
import { type ButtonVariant, buttonClass } from "./button-class.ts";

type ButtonProps = Omit<ComponentProps<"button">, "disabled"> & {
  variant?: ButtonVariant;
  icon?: ReactNode;
  /** What is being done, in words. While it is set, a further press does nothing and the button keeps its focus. */
  busy?: string | undefined;
};

export function Button({ variant = "primary", icon, busy, children, className, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      // Not `disabled`: that would throw the focus to the top of the page in the middle of an action.
      aria-disabled={busy ? true : undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={buttonClass(variant, className)}
    >
      {icon}
      {busy ?? children}
    </button>
  );
}
