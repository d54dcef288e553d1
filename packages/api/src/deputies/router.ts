import { officialProcedure, router } from "../trpc.ts";
import {
  deputyshipOutput,
  endDeputyshipInput,
  listDeputyshipsInput,
  listDeputyshipsOutput,
  nameDeputyInput,
} from "./deputies.contract.ts";
import { endDeputyship } from "./end-deputyship.ts";
import { listDeputyships } from "./list-deputyships.ts";
import { nameDeputy } from "./name-deputy.ts";

export const deputiesRouter = router({
  listDeputyships: officialProcedure
    .input(listDeputyshipsInput)
    .output(listDeputyshipsOutput)
    .query(({ ctx }) => listDeputyships(ctx)),

  nameDeputy: officialProcedure
    .input(nameDeputyInput)
    .output(deputyshipOutput)
    .mutation(({ ctx, input }) => nameDeputy(ctx, input)),

  endDeputyship: officialProcedure
    .input(endDeputyshipInput)
    .output(deputyshipOutput)
    .mutation(({ ctx, input }) => endDeputyship(ctx, input)),
});
