import { PaperIcon } from "../../ui/icons.tsx";

/** What to have at hand for a service. */
export const EvidenceList = ({ evidence }: { evidence: readonly string[] }) => (
  <ul className="grid gap-1.5">
    {evidence.map((item) => (
      <li key={item} className="flex gap-2.5">
        <PaperIcon className="mt-0.5 size-5 text-action" />
        {item}
      </li>
    ))}
  </ul>
);
