import type { ReactNode } from "react";
import type { Office } from "../../../../../lib/sending/draft.ts";
import { Card } from "../../../../../ui/card.tsx";

type ReceiverCardProps = { title: string; office: Office; children?: ReactNode };

export function ReceiverCard({ title, office, children }: ReceiverCardProps) {
  return (
    <Card>
      <p className="text-muted text-sm">{title}</p>
      <p className="mt-0.5 font-semibold text-xl">{office.unit}</p>
      <p>{office.authority}</p>
      {children}
    </Card>
  );
}
