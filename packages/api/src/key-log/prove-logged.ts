import { findCheckpoint } from "@dvd/db/repositories/key-log";
import type { AnyTx, PublicTx } from "@dvd/db/tenant";
import { DomainError } from "@dvd/domain/errors";
import type { Deps } from "../context.ts";
import { encodeBase64 } from "../wire.ts";

/** The newest checkpoint that witnesses have seen. What was published later is shown once they have seen that too. */
export async function newestCheckpoint(tx: AnyTx) {
  const checkpoint = await findCheckpoint(tx);
  if (!checkpoint) throw new DomainError("keys.not-published");
  return checkpoint;
}

/** `known` is the size of the log that the reader remembers; from there the proof shows that it has only grown. */
export async function proveLogged(
  ctx: Pick<Deps, "keyLog">,
  tx: PublicTx,
  { size, note }: { size: number; note: string },
  indexes: readonly number[],
  known: number,
) {
  const tree = await ctx.keyLog.filledFrom(tx);
  const isOlder = known > 0 && known < size;
  const consistency = isOlder ? await tree.consistency(known, size) : [];
  const places = indexes.map(async (index) => ({
    index,
    path: (await tree.inclusion(index, size)).map(encodeBase64),
  }));
  return { checkpoint: note, consistency: consistency.map(encodeBase64), places: await Promise.all(places) };
}
