import { CryptoError, inspectSlot } from "@dvd/crypto";
import type { VaultSlot } from "./create-account.contract.ts";

/** A slot that belongs to somebody else, or says to be another kind, would be a way back that leads nowhere. */
export function isSlotOf(accountId: string, slot: VaultSlot): boolean {
  try {
    const { type, accountId: owner } = inspectSlot(slot);
    return owner === accountId && type === slot.kind;
  } catch (error) {
    if (error instanceof CryptoError) return false;
    throw error;
  }
}
