import type { ReactNode } from "react";
import { PageHeading } from "../ui/page-heading.tsx";

/** A page to read: one column of comfortable width. */
export function ProsePage({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <article className="page-width py-10 sm:py-16">
      <PageHeading lead={lead}>{title}</PageHeading>
      <div className="mt-10 grid max-w-prose gap-9">{children}</div>
    </article>
  );
}

export function ProseSection({ id, title, children }: { id?: string; title: string; children: ReactNode }) {
  return (
    <section id={id}>
      <h2 className="text-xl">{title}</h2>
      <div className="mt-2 grid gap-3">{children}</div>
    </section>
  );
}
