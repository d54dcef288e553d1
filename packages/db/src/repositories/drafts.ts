import type { CitizenId } from "@dvd/domain/ids";
import { and, desc, eq, gt, lte } from "drizzle-orm";
import { drafts } from "../schema/drafts.ts";
import type { CitizenTx } from "../tenant.ts";

type Bytes = Uint8Array<ArrayBuffer>;
type Place = { citizenId: CitizenId; draftId: string };
type Content = { version: number; sealed: Bytes; updatedAt: Date };

const at = ({ citizenId, draftId }: Place) => and(eq(drafts.citizenId, citizenId), eq(drafts.draftId, draftId));

/** Those that somebody has changed since then, the newest first. */
export const listDrafts = (tx: CitizenTx, citizenId: CitizenId, since: Date) =>
  tx
    .select()
    .from(drafts)
    .where(and(eq(drafts.citizenId, citizenId), gt(drafts.updatedAt, since)))
    .orderBy(desc(drafts.updatedAt), drafts.draftId);

/** Held until the end of the transaction: two devices that save at once take turns. */
export async function lockDraft(tx: CitizenTx, place: Place) {
  const [row] = await tx
    .select({ version: drafts.version, updatedAt: drafts.updatedAt })
    .from(drafts)
    .where(at(place))
    .for("update");
  return row;
}

/** False when it came into being in the meantime. */
export async function addDraft(tx: CitizenTx, place: Place, content: Content) {
  const added = await tx
    .insert(drafts)
    .values({ ...place, ...content })
    .onConflictDoNothing()
    .returning({ id: drafts.draftId });
  return added.length > 0;
}

export const changeDraft = (tx: CitizenTx, place: Place, content: Content) =>
  tx.update(drafts).set(content).where(at(place));

export const removeDraft = (tx: CitizenTx, place: Place) => tx.delete(drafts).where(at(place));

/** False when it was changed later than that, or is gone. */
export async function removeUnchangedDraft(tx: CitizenTx, place: Place, since: Date) {
  const removed = await tx
    .delete(drafts)
    .where(and(at(place), lte(drafts.updatedAt, since)))
    .returning({ id: drafts.draftId });
  return removed.length > 0;
}
