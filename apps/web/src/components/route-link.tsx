import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { type ButtonVariant, buttonClass } from "../ui/button-class.ts";

type RouteButtonProps = {
  href: Route;
  variant?: ButtonVariant;
  icon?: ReactNode;
  children: ReactNode;
  className?: string;
  /** Begins with what is visible, and says which of many it is. */
  "aria-label"?: string;
};

/** A link inside the application that looks like a button. */
export function RouteButton({ href, variant = "primary", icon, children, className, ...rest }: RouteButtonProps) {
  return (
    <Link href={href} className={buttonClass(variant, className)} {...rest}>
      {icon}
      {children}
    </Link>
  );
}

export function RouteLink({
  href,
  children,
  className = "link",
}: Pick<RouteButtonProps, "href" | "children" | "className">) {
  return (
    <Link href={href} className={className}>
      {children}
    </Link>
  );
}
