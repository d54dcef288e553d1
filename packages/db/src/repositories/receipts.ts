import type { CaseId } from "@dvd/domain/ids";
import { eq } from "drizzle-orm";
import { receipts } from "../schema/cases.ts";
import type { CitizenTx, ScopedTx } from "../tenant.ts";

export const addReceipt = (tx: CitizenTx, receipt: typeof receipts.$inferInsert) => tx.insert(receipts).values(receipt);

export async function findReceipt(tx: ScopedTx, caseId: CaseId) {
  const [row] = await tx
    .select({ payload: receipts.payload, signature: receipts.signature })
    .from(receipts)
    .where(eq(receipts.caseId, caseId));
  return row ?? null;
}
