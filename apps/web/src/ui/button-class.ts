import { classNames } from "./class-names.ts";

/** `danger` confirms what takes something away; it never is the first button that somebody meets. */
export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

// A transparent border becomes visible where the system replaces all colours.
const looks: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-action text-on-action hover:bg-action-strong",
  secondary: "border-action text-action hover:bg-action-tint hover:text-action-strong",
  // The page's own colour on it: light letters on dark red, and the other way round in the dark.
  danger: "border-transparent bg-danger text-page underline-offset-4 hover:underline",
  quiet: "border-transparent text-action underline underline-offset-4 hover:bg-action-tint hover:text-action-strong",
};

/** The look of a button, shared by real buttons and by links that look like one. */
export const buttonClass = (variant: ButtonVariant, extra?: string) =>
  classNames(
    "inline-flex min-h-12 items-center justify-center gap-2 rounded-control border-2 px-5 py-2.5 text-center leading-tight",
    "font-semibold no-underline transition-colors duration-150",
    "aria-disabled:cursor-default aria-disabled:opacity-70",
    looks[variant],
    extra,
  );
