import type { ReactNode } from "react";

type PageHeadingProps = { children: ReactNode; lead?: ReactNode };

/** The one `<h1>` of a page. It can take the focus, because that is where reading starts after a navigation. */
export function PageHeading({ children, lead }: PageHeadingProps) {
  return (
    <header>
      <h1 tabIndex={-1} className="max-w-[22ch] text-3xl">
        {children}
      </h1>
      {lead && <p className="mt-4 max-w-prose text-lg text-muted">{lead}</p>}
    </header>
  );
}
