import { removeDraft as removeRow } from "@dvd/db/repositories/drafts";
import type { CitizenCtx } from "../context.ts";
import type { RemoveDraft } from "./remove-draft.contract.ts";

/** Gone is gone, however often it is asked for. */
export async function removeDraft(ctx: CitizenCtx, { draftId }: RemoveDraft) {
  await ctx.transact((tx) => removeRow(tx, { citizenId: ctx.actor.citizenId, draftId }));
  return {};
}
