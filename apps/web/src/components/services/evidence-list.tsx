import { PaperIcon } from "../../ui/icons.tsx";
import type { EvidenceText } from "./service.ts";

/** What to have at hand for a service. */
export const EvidenceList = ({ evidence }: { evidence: readonly EvidenceText[] }) => (
  <ul className="grid gap-1.5">
    {evidence.map(({ id, label }) => (
      <li key={id} className="flex gap-2.5">
        <PaperIcon className="mt-0.5 size-5 text-action" />
        {label}
      </li>
    ))}
  </ul>
);
