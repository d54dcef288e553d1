import type { UploadItem, UploadState } from "../uploads/upload-item.ts";

/** What holds all of it up, the worst first. Each goes on by itself. */
const waits = ["offline", "busy", "retrying"] as const satisfies readonly UploadState["is"][];

type Amount = { sentBytes: number; totalBytes: number; waiting: (typeof waits)[number] | null };

/** Of all documents together, in the sizes that people know: what padding adds is not theirs. */
export function amountOf(items: readonly UploadItem[]): Amount {
  const sentOf = ({ state, size }: UploadItem) => {
    if (state.is === "transferred") return size;
    return state.is === "sending" && state.totalBytes > 0 ? (size * state.sentBytes) / state.totalBytes : 0;
  };
  return {
    sentBytes: items.reduce((sum, item) => sum + sentOf(item), 0),
    totalBytes: items.reduce((sum, { size }) => sum + size, 0),
    waiting: waits.find((is) => items.some(({ state }) => state.is === is)) ?? null,
  };
}
