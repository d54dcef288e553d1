import type { AnsweredPart, EvidenceRequest } from "@dvd/domain/message/content";

/**
 * What somebody takes along, for programs: `daten.json`. Times are UTC, paths are those inside the archive. Whatever is
 * missing is named with its reason, so that nobody takes a part for the whole.
 */
export type ExportData = {
  format: "direktvermittlung-export";
  version: 1;
  createdAt: string;
  account: ExportAccount;
  cases: ExportedCase[];
  /** Begun and not sent, as far as this device can read it; none in the archive of one case. */
  drafts: ExportedDraft[];
};

export type ExportAccount = {
  accountId: string;
  /** The own public keys in digits, as they stand on paper. */
  digits: string | null;
  waysBack: { kind: string; createdAt: string }[];
};

export type ExportedDraft = {
  serviceKey: string;
  service: string;
  /** Version of the form. */
  form: number;
  postalCode: string;
  changedAt: string;
  expiresAt: string;
  /** It was sent, and nobody has proven yet that it has arrived. */
  isUnconfirmed: boolean;
  questions: { question: string; answer: string }[];
  /** The fields as typed, for programs. */
  answers: Readonly<Record<string, string>>;
  /** What was picked for it, on any device. Not in the archive: these files are the person's own, and were sent to nobody. */
  files: { name: string; size: number }[];
};

export type ExportedCase = {
  reference: string;
  caseId: string;
  service: string;
  authority: string;
  unit: string;
  state: string;
  receivedAt: string;
  updatedAt: string;
  dueOn: string | null;
  /** Null unless the case is locked for these keys: why. */
  locked: string | null;
  history: { at: string; actor: "citizen" | "official"; kind: string; words: string }[];
  messages: ExportedMessage[];
  documents: ExportedDocument[];
  receipt: { json: string; pdf: string } | null;
  /** Why there is no receipt although the case has one. */
  receiptMissing: string | null;
};

export type ExportedMessage = {
  at: string;
  sender: "citizen" | "official";
  /** False when the seal did not fit: then there is no content. */
  isProven: boolean;
  from: string | null;
  text: string | null;
  request: EvidenceRequest | null;
  parts: readonly AnsweredPart[] | null;
};

export type ExportedDocument = {
  documentId: string;
  sender: "citizen" | "official";
  storedAt: string;
  /** Null when it could not be opened. */
  file: string | null;
  name: string | null;
  size: number | null;
  missing: string | null;
};
