"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { paths } from "../lib/paths.ts";

/** Marks where the reader is: by a line, by weight and for screen readers. */
export function NavLink({ href, children }: { href: Route; children: ReactNode }) {
  const pathname = usePathname();
  // The inbox stands at the root of its side, where other places lie beside its cases.
  const below = href === paths.inbox ? `${href}/vorgang/` : `${href}/`;
  const isHere = pathname === href || pathname.startsWith(below);
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
