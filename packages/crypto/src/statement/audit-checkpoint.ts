import { utf8 } from "../bytes.ts";
import type { SigningKey } from "../keys/signing.ts";
import { isPayloadSigned, signPayload } from "./dsse.ts";

/** What a checkpoint of the audit chain says is read by whoever keeps or checks the chain; here it is only signed. */
export const signAuditCheckpoint = async (text: string, key: SigningKey): Promise<Uint8Array> =>
  (await signPayload("auditCheckpoint", utf8(text), key)).signature;

/** Throws E_KEY when the key is malformed; otherwise says whether the signature fits. */
export const isAuditCheckpointSigned = (text: string, signature: Uint8Array, spki: Uint8Array): Promise<boolean> =>
  isPayloadSigned("auditCheckpoint", { payload: utf8(text), signature }, spki);
