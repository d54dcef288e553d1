"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** Marks where the reader is: by a line, by weight and for screen readers. */
export function NavLink({ href, children }: { href: Route; children: ReactNode }) {
  const pathname = usePathname();
  const isHere = pathname === href || pathname.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={isHere ? "page" : undefined}
      className="inline-flex min-h-11 items-center border-transparent border-b-2 px-1 text-text no-underline hover:border-action hover:text-action aria-[current]:border-action aria-[current]:font-semibold aria-[current]:text-action"
    >
      {children}
    </Link>
  );
}
