import { citizenProcedure, router } from "../trpc.ts";
import { listDraftsInput, listDraftsOutput } from "./list-drafts.contract.ts";
import { listDrafts } from "./list-drafts.ts";
import { removeDraftInput, removeDraftOutput } from "./remove-draft.contract.ts";
import { removeDraft } from "./remove-draft.ts";
import { saveDraftInput, saveDraftOutput } from "./save-draft.contract.ts";
import { saveDraft } from "./save-draft.ts";

export const draftsRouter = router({
  saveDraft: citizenProcedure
    .meta({ budget: "background" })
    .input(saveDraftInput)
    .output(saveDraftOutput)
    .mutation(({ ctx, input }) => saveDraft(ctx, input)),

  listDrafts: citizenProcedure
    .input(listDraftsInput)
    .output(listDraftsOutput)
    .query(({ ctx }) => listDrafts(ctx)),

  removeDraft: citizenProcedure
    .input(removeDraftInput)
    .output(removeDraftOutput)
    .mutation(({ ctx, input }) => removeDraft(ctx, input)),
});
