import { officialProcedure, router } from "../trpc.ts";
import { listRecipients } from "./list-recipients.ts";
import { listStatesInput, listStatesOutput } from "./list-states.contract.ts";
import { listStates } from "./list-states.ts";
import { listUnsealed } from "./list-unsealed.ts";
import {
  listRecipientsInput,
  listRecipientsOutput,
  proposeKeyInput,
  proposeKeyOutput,
  withdrawKeyInput,
  withdrawKeyOutput,
} from "./propose-key.contract.ts";
import { proposeKey } from "./propose-key.ts";
import { listUnsealedInput, listUnsealedOutput, resealCaseInput, resealCaseOutput } from "./reseal-case.contract.ts";
import { resealCase } from "./reseal-case.ts";
import { withdrawKey } from "./withdraw-key.ts";

export const unitKeysRouter = router({
  listStates: officialProcedure
    .input(listStatesInput)
    .output(listStatesOutput)
    .query(({ ctx }) => listStates(ctx)),

  listRecipients: officialProcedure
    .input(listRecipientsInput)
    .output(listRecipientsOutput)
    .query(({ ctx, input }) => listRecipients(ctx, input)),

  proposeKey: officialProcedure
    .input(proposeKeyInput)
    .output(proposeKeyOutput)
    .mutation(({ ctx, input }) => proposeKey(ctx, input)),

  withdrawKey: officialProcedure
    .input(withdrawKeyInput)
    .output(withdrawKeyOutput)
    .mutation(({ ctx, input }) => withdrawKey(ctx, input)),

  listUnsealed: officialProcedure
    .input(listUnsealedInput)
    .output(listUnsealedOutput)
    .query(({ ctx, input }) => listUnsealed(ctx, input)),

  resealCase: officialProcedure
    .input(resealCaseInput)
    .output(resealCaseOutput)
    .mutation(({ ctx, input }) => resealCase(ctx, input)),
});
