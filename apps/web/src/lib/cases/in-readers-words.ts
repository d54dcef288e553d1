import type { RequestedItem } from "@dvd/domain/message/content";
import type { EvidenceLabel } from "../../components/services/read-evidence-labels.ts";

/** `original`: the sealed words of the office, when the reader is shown others. */
export type ShownItem = { label: string; original: string | null };

/**
 * What was ticked in the service's list, in the reader's language. That list comes from the server, so the words that were
 * sealed stand beside it: nobody can make a request ask for something else without being seen.
 */
export function inReadersWords({ label, evidence }: RequestedItem, labels: readonly EvidenceLabel[]): ShownItem {
  const own = labels.find(({ id }) => id === evidence)?.label;
  return own === undefined || own === label ? { label, original: null } : { label: own, original: label };
}
