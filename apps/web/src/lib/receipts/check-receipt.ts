import {
  contentsFingerprint,
  CryptoError,
  type CryptoErrorCode,
  formatFingerprint,
  parseReceipt,
  type ProvenReceipt,
  readReceiptFile,
  readReceiptLink,
  verifyReceiptEvidence,
} from "@dvd/crypto";
import { fromBase64 } from "../../crypto/base64.ts";
import type { KeysAnswer } from "../../crypto/wire-types.ts";
import { problemOf } from "../problem.ts";

/** What may be shown of a receipt after it was proven. */
export type CheckedReceipt = Awaited<ReturnType<typeof factsOf>>;

/** Asks for what an authority has published. Its id is all that leaves the device, and it is public. */
type FetchStatements = (authority: string) => Promise<Pick<KeysAnswer, "statements">>;

/** From paper: the statements come from the net and have to lead to the root in the link. */
export async function checkReceiptLink(text: string, fetchStatements: FetchStatements) {
  const { receipt, rootFingerprint } = readReceiptLink(text);
  const { statements } = await fetchStatements(parseReceipt(receipt.payload).authority);
  const published = statements.map(({ payload, signature }) => ({
    payload: fromBase64(payload),
    signature: fromBase64(signature),
  }));
  return factsOf(await verifyReceiptEvidence({ receipt, statements: published, pinnedRoot: rootFingerprint }));
}

/** From a saved file: everything is in it, nothing is fetched. */
export const checkReceiptFile = async (json: string) => factsOf(await verifyReceiptEvidence(readReceiptFile(json)));

const factsOf = async ({ receipt, authorityName, rootFingerprint }: ProvenReceipt) => ({
  reference: receipt.reference,
  receivedAt: receipt.received_at,
  documents: receipt.documents.length,
  messages: receipt.messages.length,
  bytes: receipt.bytes,
  contents: await contentsFingerprint(receipt),
  authorityName,
  fingerprint: formatFingerprint(rootFingerprint),
});

export type Refusal =
  | "malformed"
  | "unsigned"
  | "otherRoot"
  | "statements"
  | "unknownAuthority"
  | "unreachable"
  | "failed";

const ofReceipt: Partial<Record<CryptoErrorCode, Refusal>> = {
  E_RECEIPT: "malformed",
  E_RECEIPT_SIG: "unsigned",
  E_ROOT_CHANGED: "otherRoot",
};

/** Whatever went wrong, as one of the sentences that the page has. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof CryptoError) return ofReceipt[error.code] ?? "statements";
  const problem = problemOf(error);
  if (problem.kind === "unreachable") return "unreachable";
  return problem.kind === "refused" && problem.code === "authority.not-found" ? "unknownAuthority" : "failed";
}
