import type { AccountId } from "@dvd/domain/ids";
import { and, eq, sql } from "drizzle-orm";
import type { Db } from "../client.ts";
import { idempotencyKeys } from "../schema/once.ts";
import type { ScopedTx } from "../tenant.ts";

export type KeyClaim = { accountId: AccountId; key: string; request: Uint8Array<ArrayBuffer> };

const isKey = ({ accountId, key }: KeyClaim) =>
  and(eq(idempotencyKeys.accountId, accountId), eq(idempotencyKeys.key, key));

/**
 * Takes the key for this transaction and returns null, or finds what was answered under it before. While another
 * transaction has it, this one waits for that one's end.
 */
export async function claimKey(tx: ScopedTx, claim: KeyClaim) {
  const [taken] = await tx
    .insert(idempotencyKeys)
    .values(claim)
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (taken) return null;
  const [earlier] = await tx.select().from(idempotencyKeys).where(isKey(claim));
  if (!earlier) throw new Error("a key that is taken was not found");
  return earlier;
}

export const keepAnswer = (tx: ScopedTx, claim: KeyClaim, answer: unknown) =>
  tx.update(idempotencyKeys).set({ answer }).where(isKey(claim));

/** False when it was used before. */
export async function spendChallenge(tx: ScopedTx, challenge: Uint8Array, expiresAt: Date): Promise<boolean> {
  const [row] = await tx.execute<{ spent: boolean }>(
    sql`select spend_challenge(${Buffer.from(challenge)}, ${expiresAt.toISOString()}::timestamptz) as spent`,
  );
  return row?.spent ?? false;
}

/** How many rows went. */
export async function sweepOnce(db: Db): Promise<number> {
  const [row] = await db.execute<{ swept: number }>(sql`select sweep_once() as swept`);
  return row?.swept ?? 0;
}
