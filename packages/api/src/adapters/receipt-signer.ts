import { ciphertextDigestOf, messageIdOf, type SigningKey, signReceipt, toHex } from "@dvd/crypto";
import type { CaseRow } from "@dvd/db/repositories/cases";
import type { AssuranceLevel } from "@dvd/domain/assurance";
import type { Bytes } from "../wire.ts";

type Sealed = { id: string; seal: Bytes };

type Arrival = {
  found: CaseRow;
  reference: string;
  now: Date;
  sender: { signingKeyId: Bytes; assurance: AssuranceLevel };
  documents: readonly (Sealed & { bodyLength: number })[];
  messages: readonly (Sealed & { body: Bytes })[];
};

export type ReceiptSigner = { sign(arrival: Arrival): Promise<{ payload: Bytes; signature: Bytes }> };

/** Signs which ciphertext arrived, when, and under which key of which login. It is a statement about bytes: about their content we know nothing. */
export const receiptSigner = (key: SigningKey): ReceiptSigner => ({
  async sign({ found, reference, now, sender, documents, messages }) {
    const documentItems = await Promise.all(
      documents.map(async ({ id, seal, bodyLength }) => ({
        document_id: id,
        ...(await identify(seal)),
        bytes: bodyLength,
      })),
    );
    const messageItems = await Promise.all(
      messages.map(async ({ id, seal, body }) => ({ id, ...(await identify(seal)), bytes: body.length })),
    );
    const items = [...documentItems, ...messageItems];
    return signReceipt(
      {
        type: "receipt",
        version: 1,
        authority: found.tenantId,
        unit_id: found.unitId,
        case_id: found.id,
        reference,
        received_at: now.toISOString(),
        sender: { key_id: toHex(sender.signingKeyId), assurance: sender.assurance },
        documents: documentItems,
        messages: messageItems,
        count: items.length,
        bytes: items.reduce((total, { bytes }) => total + bytes, 0),
      },
      key,
    );
  },
});

const identify = async (seal: Bytes) => ({
  message_id: toHex(await messageIdOf(seal)),
  ciphertext_digest: toHex(ciphertextDigestOf(seal)),
});
