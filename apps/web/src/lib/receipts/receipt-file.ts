import type { ProvenReceipt, StoredReceipt } from "./read-receipt.ts";

/** The signed bytes as they came, with what the authority signed about its keys: enough to check them without us. */
export const receiptFile = (receipt: StoredReceipt, { keys }: ProvenReceipt) =>
  new Blob([JSON.stringify({ receipt, ...keys }, null, 2)], { type: "application/json" });
