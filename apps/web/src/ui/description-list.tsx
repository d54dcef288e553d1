import type { ReactNode } from "react";

export type Description = { term: ReactNode; value: ReactNode; action?: ReactNode };

/** Side by side where the list itself is wide enough: in a narrow column of a wide page it is as on a phone. */
export function DescriptionList({ items }: { items: readonly Description[] }) {
  return (
    <dl className="@container divide-y divide-line border-line border-y">
      {items.map((item, index) => (
        <div key={index} className="grid gap-x-6 gap-y-0.5 py-3 @lg:grid-cols-[minmax(0,14rem)_1fr_auto]">
          <dt className="font-semibold">{item.term}</dt>
          <dd className="min-w-0">{item.value}</dd>
          {item.action && <dd>{item.action}</dd>}
        </div>
      ))}
    </dl>
  );
}
