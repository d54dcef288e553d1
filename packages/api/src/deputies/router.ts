import { officialProcedure, router } from "../trpc.ts";
import {
  deputyshipOutput,
  endDeputyshipInput,
  listDeputyshipsInput,
  listDeputyshipsOutput,
  nameDeputyInput,
} from "./deputies.contract.ts";
import {
  entrustCaseInput,
  entrustCaseOutput,
  listCandidatesInput,
  listCandidatesOutput,
  listUnentrustedInput,
  listUnentrustedOutput,
} from "./entrust-case.contract.ts";
import { entrustCase } from "./entrust-case.ts";
import { endDeputyship } from "./end-deputyship.ts";
import { listCandidates } from "./list-candidates.ts";
import { listDeputyships } from "./list-deputyships.ts";
import { listUnentrusted } from "./list-unentrusted.ts";
import { nameDeputy } from "./name-deputy.ts";

export const deputiesRouter = router({
  listDeputyships: officialProcedure
    .input(listDeputyshipsInput)
    .output(listDeputyshipsOutput)
    .query(({ ctx }) => listDeputyships(ctx)),

  listCandidates: officialProcedure
    .input(listCandidatesInput)
    .output(listCandidatesOutput)
    .query(({ ctx }) => listCandidates(ctx)),

  listUnentrusted: officialProcedure
    .input(listUnentrustedInput)
    .output(listUnentrustedOutput)
    .query(({ ctx, input }) => listUnentrusted(ctx, input)),

  entrustCase: officialProcedure
    .input(entrustCaseInput)
    .output(entrustCaseOutput)
    .mutation(({ ctx, input }) => entrustCase(ctx, input)),

  nameDeputy: officialProcedure
    .input(nameDeputyInput)
    .output(deputyshipOutput)
    .mutation(({ ctx, input }) => nameDeputy(ctx, input)),

  endDeputyship: officialProcedure
    .input(endDeputyshipInput)
    .output(deputyshipOutput)
    .mutation(({ ctx, input }) => endDeputyship(ctx, input)),
});
