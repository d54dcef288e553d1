import {
  contentsFingerprint,
  CryptoError,
  type CryptoErrorCode,
  formatFingerprint,
  fromBase64Url,
  parseReceipt,
  parseStatement,
  type ProvenReceipt,
  readReceiptFile,
  readReceiptLink,
  rootFingerprint,
  verifyReceiptEvidence,
} from "@dvd/crypto";
import { fromBase64 } from "../../crypto/base64.ts";
import type { KeysAnswer } from "../../crypto/wire-types.ts";
import { problemOf } from "../problem.ts";

/** What may be shown of a receipt after it was proven. */
export type CheckedReceipt = Awaited<ReturnType<typeof factsOf>>;

/** Asks for what an authority has published. Its id is all that leaves the device, and it is public. */
type FetchStatements = (authority: string) => Promise<Published>;
type Published = Pick<KeysAnswer, "statements">;

const signedOf = ({ statements }: Published) =>
  statements.map(({ payload, signature }) => ({ payload: fromBase64(payload), signature: fromBase64(signature) }));

/** From paper: the statements come from the net and have to lead to the root in the link. */
export async function checkReceiptLink(text: string, fetchStatements: FetchStatements) {
  const { receipt, rootFingerprint: rootOnPaper } = readReceiptLink(text);
  const published = signedOf(await fetchStatements(parseReceipt(receipt.payload).authority));
  const proven = await verifyReceiptEvidence({ receipt, statements: published, pinnedRoot: rootOnPaper });
  return factsOf(proven, true);
}

/**
 * From a saved file: everything is in it. But anybody can make a root and call it after an authority, so it is held
 * against the one that is published; without a connection that comparison is left to the person, and said.
 */
export async function checkReceiptFile(json: string, fetchStatements: FetchStatements) {
  const saved = readReceiptFile(json);
  const inItself = await verifyReceiptEvidence(saved);
  const { authority } = inItself.receipt;
  const published = await fetchStatements(authority).catch((error: unknown) => {
    if (refusalOf(error) === "unknownAuthority") throw error;
    return null;
  });
  if (published && (await publishedRoot(published)) !== inItself.rootFingerprint)
    throw new CryptoError("E_ROOT_CHANGED");
  return factsOf(inItself, published !== null);
}

async function publishedRoot(published: Published): Promise<string> {
  const roots = signedOf(published).flatMap(({ payload }) => {
    const statement = parseStatement(payload);
    return statement.type === "authority" ? [statement.root] : [];
  });
  const [root, ...others] = roots;
  if (root === undefined || others.length > 0) throw new CryptoError("E_STATEMENT");
  return rootFingerprint(fromBase64Url(root));
}

const factsOf = async (proven: ProvenReceipt, isCompared: boolean) => ({
  /** Whether its root is the one that is published for the authority. Without that it is only in agreement with itself. */
  isCompared,
  ...(await factsIn(proven)),
});

const factsIn = async ({ receipt, authorityName, rootFingerprint: root }: ProvenReceipt) => ({
  reference: receipt.reference,
  receivedAt: receipt.received_at,
  documents: receipt.documents.length,
  messages: receipt.messages.length,
  bytes: receipt.bytes,
  contents: await contentsFingerprint(receipt),
  authorityName,
  fingerprint: formatFingerprint(root),
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
