import { concat, copyOf, utf8, type Bytes } from "../bytes.ts";
import { isSignedBy, sign, type SigningKey } from "../keys/signing.ts";

/** JSON bytes signed as transmitted: nobody has to agree on a canonical form before a signature can be checked. */
export type Signed = { readonly payload: Uint8Array; readonly signature: Uint8Array };
export type SignedBytes = { readonly payload: Bytes; readonly signature: Bytes };

/** The type is part of what is signed: a receipt can never be shown as a key statement, nor the reverse. */
export const payloadTypes = {
  statement: "application/vnd.direktvermittlung.statement+json",
  receipt: "application/vnd.direktvermittlung.receipt+json",
  attestation: "application/vnd.direktvermittlung.attestation+json",
  mandate: "application/vnd.direktvermittlung.mandate+json",
  objection: "application/vnd.direktvermittlung.objection+json",
  accountChange: "application/vnd.direktvermittlung.account-change+json",
  auditCheckpoint: "application/vnd.direktvermittlung.audit-checkpoint+json",
} as const;
export type PayloadType = keyof typeof payloadTypes;

/** DSSE pre-authentication encoding, version 1. */
const preAuthentication = (type: PayloadType, payload: Bytes): Bytes =>
  concat(utf8(`DSSEv1 ${payloadTypes[type].length} ${payloadTypes[type]} ${payload.length} `), payload);

export const signPayload = async (type: PayloadType, payload: Bytes, key: SigningKey): Promise<SignedBytes> => ({
  payload,
  signature: await sign(key, preAuthentication(type, payload)),
});

/** Throws E_KEY when the key is malformed; otherwise says whether the signature fits. */
export const isPayloadSigned = (type: PayloadType, signed: Signed, spki: Uint8Array): Promise<boolean> =>
  isSignedBy(spki, preAuthentication(type, copyOf(signed.payload)), copyOf(signed.signature));
