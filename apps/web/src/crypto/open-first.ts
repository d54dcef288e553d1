import { type Bytes, CryptoError, type StoredSlot } from "@dvd/crypto";
import type { WayBack } from "@dvd/domain/account/ways-back";
import { fromBase64 } from "./base64.ts";

export type SealedSlot = { kind: WayBack; header: string; wrapped: string };
/** The belongings of an account as the server keeps them. */
export type SealedKeys = { vault: string; version: number; slots: readonly SealedSlot[] };

/** Any one way back of a kind opens the vault; the error of the last one says why none did. */
export async function openFirst(
  slots: readonly SealedSlot[],
  kind: WayBack,
  tryOpen: (slot: StoredSlot) => Promise<Bytes>,
): Promise<Bytes> {
  let failure: unknown = new CryptoError("E_SLOT");
  for (const { header, wrapped } of slots.filter((slot) => slot.kind === kind)) {
    try {
      return await tryOpen({ header: fromBase64(header), wrapped: fromBase64(wrapped) });
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}
