import type { CitizenId, DocumentId } from "@dvd/domain/ids";
import { and, eq, gt, inArray, isNotNull, sql, sum } from "drizzle-orm";
import type { Db } from "../client.ts";
import { begunUploads } from "../schema/begun-uploads.ts";
import { documents } from "../schema/documents.ts";
import type { ScopedTx } from "../tenant.ts";

type Begun = Pick<typeof begunUploads.$inferInsert, "blobKey" | "citizenId" | "bytes">;

export const noteBegun = (tx: ScopedTx, begun: Begun, now: Date) =>
  tx.insert(begunUploads).values({ ...begun, createdAt: now });

/** Bytes that a citizen has begun to upload since then, in all cases, whatever became of the documents and the cases. */
export async function countBegun(tx: ScopedTx, citizenId: CitizenId, since: Date): Promise<number> {
  const [row] = await tx
    .select({ bytes: sum(begunUploads.bytes).mapWith(Number) })
    .from(begunUploads)
    .where(and(eq(begunUploads.citizenId, citizenId), gt(begunUploads.createdAt, since)));
  return row?.bytes ?? 0;
}

/**
 * Before uploads are given up: only what has arrived of them still counts, because the rest never travelled. They are held,
 * so that no part arrives behind the count.
 */
export async function countArrivedOnly(tx: ScopedTx, ids: readonly DocumentId[]) {
  const open = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(and(inArray(documents.id, [...ids]), eq(documents.state, "PENDING"), isNotNull(documents.blobUpload)))
    .orderBy(documents.id)
    .for("update");
  if (open.length === 0) return;
  await tx
    .update(begunUploads)
    .set({
      bytes: sql`(select coalesce(sum(part.size), 0) from upload_parts part where part.document_id = ${documents.id})`,
    })
    .from(documents)
    .where(
      and(
        eq(begunUploads.blobKey, documents.blobKey),
        inArray(
          documents.id,
          open.map(({ id }) => id),
        ),
      ),
    );
}

/** How many rows went. */
export async function sweepBegunUploads(db: Db): Promise<number> {
  const [row] = await db.execute<{ swept: number }>(sql`select sweep_begun_uploads() as swept`);
  return row?.swept ?? 0;
}
