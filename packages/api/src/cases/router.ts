import { actorProcedure, citizenProcedure, officialProcedure, router } from "../trpc.ts";
import { answerRequestInput, answerRequestOutput } from "./answer-request.contract.ts";
import { answerRequest } from "./answer-request.ts";
import { askCitizenInput, askCitizenOutput } from "./ask-citizen.contract.ts";
import { askCitizen } from "./ask-citizen.ts";
import { claimCaseInput, claimCaseOutput } from "./claim-case.contract.ts";
import { claimCase } from "./claim-case.ts";
import { discardDraftInput, discardDraftOutput } from "./discard-draft.contract.ts";
import { discardDraft } from "./discard-draft.ts";
import { getCaseInput, getCaseOutput } from "./get-case.contract.ts";
import { getCase } from "./get-case.ts";
import { grantCopyInput, grantCopyOutput } from "./grant-copy.contract.ts";
import { grantCopy } from "./grant-copy.ts";
import { listCasesInput, listCasesOutput, listOwnCasesInput } from "./list-cases.contract.ts";
import { listInbox, listOwnCases } from "./list-cases.ts";
import { listEventsInput, listEventsOutput } from "./list-events.contract.ts";
import { listEvents } from "./list-events.ts";
import { openDraftInput, openDraftOutput } from "./open-draft.contract.ts";
import { openDraft } from "./open-draft.ts";
import { refuseCopyInput, refuseCopyOutput } from "./refuse-copy.contract.ts";
import { refuseCopy } from "./refuse-copy.ts";
import { resumeCaseInput, resumeCaseOutput } from "./resume-case.contract.ts";
import { resumeCase } from "./resume-case.ts";
import { submitCaseInput, submitCaseOutput } from "./submit-case.contract.ts";
import { submitCase } from "./submit-case.ts";
import { withdrawCaseInput, withdrawCaseOutput } from "./withdraw-case.contract.ts";
import { withdrawCase } from "./withdraw-case.ts";

export const casesRouter = router({
  openDraft: citizenProcedure
    .meta({ proof: true })
    .input(openDraftInput)
    .output(openDraftOutput)
    .mutation(({ ctx, input }) => openDraft(ctx, input)),

  discardDraft: citizenProcedure
    .meta({ again: true })
    .input(discardDraftInput)
    .output(discardDraftOutput)
    .mutation(({ ctx, input }) => discardDraft(ctx, input)),

  submitCase: citizenProcedure
    .input(submitCaseInput)
    .output(submitCaseOutput)
    .mutation(({ ctx, input }) => submitCase(ctx, input)),

  listOwnCases: citizenProcedure
    .input(listOwnCasesInput)
    .output(listCasesOutput)
    .query(({ ctx, input }) => listOwnCases(ctx, input)),

  listInbox: officialProcedure
    .input(listCasesInput)
    .output(listCasesOutput)
    .query(({ ctx, input }) => listInbox(ctx, input)),

  getCase: actorProcedure
    .input(getCaseInput)
    .output(getCaseOutput)
    .query(({ ctx, input }) => getCase(ctx, input)),

  listEvents: actorProcedure
    .input(listEventsInput)
    .output(listEventsOutput)
    .query(({ ctx, input }) => listEvents(ctx, input)),

  claimCase: officialProcedure
    .input(claimCaseInput)
    .output(claimCaseOutput)
    .mutation(({ ctx, input }) => claimCase(ctx, input)),

  askCitizen: officialProcedure
    .input(askCitizenInput)
    .output(askCitizenOutput)
    .mutation(({ ctx, input }) => askCitizen(ctx, input)),

  answerRequest: citizenProcedure
    .input(answerRequestInput)
    .output(answerRequestOutput)
    .mutation(({ ctx, input }) => answerRequest(ctx, input)),

  resumeCase: officialProcedure
    .input(resumeCaseInput)
    .output(resumeCaseOutput)
    .mutation(({ ctx, input }) => resumeCase(ctx, input)),

  withdrawCase: citizenProcedure
    .input(withdrawCaseInput)
    .output(withdrawCaseOutput)
    .mutation(({ ctx, input }) => withdrawCase(ctx, input)),

  grantCopy: officialProcedure
    .input(grantCopyInput)
    .output(grantCopyOutput)
    .mutation(({ ctx, input }) => grantCopy(ctx, input)),

  refuseCopy: officialProcedure
    .input(refuseCopyInput)
    .output(refuseCopyOutput)
    .mutation(({ ctx, input }) => refuseCopy(ctx, input)),
});
