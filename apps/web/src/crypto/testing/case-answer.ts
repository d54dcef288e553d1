import { type SigningKey, signReceipt, toHex } from "@dvd/crypto";
import { toBase64 } from "../base64.ts";
import type { CaseAnswer } from "../wire-types.ts";

const reference = "DVD-26-0000-000";

type Summary = CaseAnswer["summary"];

/** What the server says of a case that has just come. */
export const summaryOf = (known: Pick<Summary, "caseId" | "unitId" | "authority">): Summary => ({
  ...known,
  reference,
  serviceKey: "DEMO0000000009",
  unit: "Wohngeldstelle",
  state: "ROUTED",
  version: 3,
  assignedTo: "nobody",
  representing: null,
  may: {
    claim: false,
    write: true,
    grantCopy: false,
    askCitizen: false,
    answer: false,
    resume: false,
    withdraw: false,
    recuse: false,
  },
  recused: 0,
  dueOn: null,
  hasCitizenLeft: false,
  copy: null,
  messages: 1,
  receivedAt: new Date().toISOString(),
  updatedAt: new Date().toISOString(),
});

type Facts = { tenantId: string; unitId: string; caseId: string; keyId: Uint8Array };

/** What the portal signs when a case comes: whose key has sent it, and how they were logged in. */
export async function receiptBy(signer: SigningKey, { tenantId, unitId, caseId, keyId }: Facts) {
  const { payload, signature } = await signReceipt(
    {
      type: "receipt",
      version: 1,
      authority: tenantId,
      unit_id: unitId,
      case_id: caseId,
      reference,
      received_at: new Date().toISOString(),
      sender: { key_id: toHex(keyId), assurance: "substantial" },
      documents: [],
      messages: [{ id: caseId, message_id: "aa".repeat(32), ciphertext_digest: "bb".repeat(32), bytes: 1056 }],
      count: 1,
      bytes: 1056,
    },
    signer,
  );
  return { payload: toBase64(payload), signature: toBase64(signature) };
}
