import { type DraftDocument, documentsBeside } from "@dvd/domain/form/draft-content";
import type { EvidenceText } from "../../components/services/service.ts";
import { newId } from "../new-id.ts";
import { type Draft, emptyDraft, type Office, type PublishedForm } from "../sending/draft.ts";
import { firstOpenStep, type StepName } from "../sending/filling-steps.ts";
import { officeDay } from "../sending/office-day.ts";
import type { Unconfirmed } from "../sending/shipment.ts";
import type { DraftState } from "./merge-drafts.ts";

/** Where a wizard starts: a draft of its own, empty or as somebody left it. */
export type Begun = {
  /** New each time: what is on the screen belongs to one start, and never to the one before. */
  id: string;
  draftId: string;
  version: number;
  keptVersion: number;
  /** As it lies on this device. */
  stored: Pick<DraftState, "content" | "changedAt"> | null;
  draft: Draft;
  /** What was picked for it, on any device. */
  documents: readonly DraftDocument[];
  step: StepName | undefined;
  /** The form was changed since: some answers may be missing. */
  isFormNewer: boolean;
  /** It was sent already, and only the proof is missing. */
  unconfirmed: Unconfirmed | null;
};

export const beginAnew = (): Begun => ({
  id: newId(),
  draftId: newId(),
  version: 0,
  keptVersion: 0,
  stored: null,
  draft: emptyDraft,
  documents: [],
  step: undefined,
  isFormNewer: false,
  unconfirmed: null,
});

type Asked = {
  form: PublishedForm;
  evidence: readonly EvidenceText[];
  office: Office | null;
  /** What lies on this device. */
  here: readonly DraftDocument[];
  unconfirmed: Unconfirmed | null;
  now: Date;
};

/** Without an office nobody knows where to: then the place is asked for first, with what was typed. */
export function goOnWith(
  { draftId, version, keptVersion, content, changedAt }: DraftState,
  { form, evidence, office, here, unconfirmed, now }: Asked,
): Begun {
  const { postalCode, answers, documents } = content;
  const elsewhere = documentsBeside(documents, here);
  // Who goes on without some papers has decided that about those, and not about what lies on another device.
  const isWithoutDocuments = content.isWithoutDocuments && elsewhere.length === 0;
  const draft: Draft = { postalCode, office, answers, isWithoutDocuments, elsewhere };
  const isFormNewer = content.form !== form.version;
  const filled = { form: form.definition, draft, evidence, usedSlots: new Set<string>() };
  const firstOpen = firstOpenStep(filled, officeDay(now));
  const isPage = content.step === "documents" || content.step.startsWith("form:");
  // Who was on the check page, or past it, sees it again as soon as nothing is open before it.
  const step = office && isPage && !isFormNewer ? (content.step as StepName) : firstOpen;
  const stored = version > 0 ? { content, changedAt } : null;
  return { id: newId(), draftId, version, keptVersion, stored, draft, documents, step, isFormNewer, unconfirmed };
}
