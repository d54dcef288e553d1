import type { AccountId } from "@dvd/domain/ids";
import { and, eq, gt, isNull } from "drizzle-orm";
import { deviceLinks } from "../schema/accounts.ts";
import type { ScopedTx } from "../tenant.ts";

export async function replaceLink(tx: ScopedTx, link: typeof deviceLinks.$inferInsert) {
  await tx.delete(deviceLinks).where(eq(deviceLinks.accountId, link.accountId));
  await tx.insert(deviceLinks).values(link);
}

/** Undefined when there is none, or when its time is over. */
export async function findLink(tx: ScopedTx, id: AccountId, now: Date) {
  const [link] = await tx
    .select()
    .from(deviceLinks)
    .where(and(eq(deviceLinks.accountId, id), gt(deviceLinks.expiresAt, now)));
  return link;
}

/** False when it was answered already. */
export async function setAnswer(tx: ScopedTx, id: AccountId, linkId: string, answer: Uint8Array<ArrayBuffer>) {
  const open = and(eq(deviceLinks.accountId, id), eq(deviceLinks.linkId, linkId), isNull(deviceLinks.answer));
  const answered = await tx.update(deviceLinks).set({ answer }).where(open).returning({ id: deviceLinks.linkId });
  return answered.length > 0;
}

/** False when it was gone already. */
export async function removeLink(tx: ScopedTx, id: AccountId, linkId: string) {
  const its = and(eq(deviceLinks.accountId, id), eq(deviceLinks.linkId, linkId));
  return (await tx.delete(deviceLinks).where(its).returning({ id: deviceLinks.linkId })).length > 0;
}
