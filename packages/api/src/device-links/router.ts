import { actorProcedure, router } from "../trpc.ts";
import { answerLinkInput, answerLinkOutput } from "./answer-link.contract.ts";
import { answerLink } from "./answer-link.ts";
import { closeLinkInput, closeLinkOutput } from "./close-link.contract.ts";
import { closeLink } from "./close-link.ts";
import { getLinkInput, getLinkOutput } from "./get-link.contract.ts";
import { getLink } from "./get-link.ts";
import { openLinkInput, openLinkOutput } from "./open-link.contract.ts";
import { openLink } from "./open-link.ts";

export const deviceLinksRouter = router({
  openLink: actorProcedure
    .input(openLinkInput)
    .output(openLinkOutput)
    .mutation(({ ctx, input }) => openLink(ctx, input)),

  getLink: actorProcedure
    .input(getLinkInput)
    .output(getLinkOutput)
    .query(({ ctx }) => getLink(ctx)),

  answerLink: actorProcedure
    .input(answerLinkInput)
    .output(answerLinkOutput)
    .mutation(({ ctx, input }) => answerLink(ctx, input)),

  closeLink: actorProcedure
    .input(closeLinkInput)
    .output(closeLinkOutput)
    .mutation(({ ctx, input }) => closeLink(ctx, input)),
});
