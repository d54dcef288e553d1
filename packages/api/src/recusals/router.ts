import { officialProcedure, router } from "../trpc.ts";
import { declareRecusal } from "./declare-recusal.ts";
import { liftRecusal } from "./lift-recusal.ts";
import { listRecusals } from "./list-recusals.ts";
import {
  declareRecusalInput,
  declareRecusalOutput,
  liftRecusalInput,
  liftRecusalOutput,
  listRecusalsInput,
  listRecusalsOutput,
} from "./recusal.contract.ts";

export const recusalsRouter = router({
  declareRecusal: officialProcedure
    .input(declareRecusalInput)
    .output(declareRecusalOutput)
    .mutation(({ ctx, input }) => declareRecusal(ctx, input)),

  listRecusals: officialProcedure
    .input(listRecusalsInput)
    .output(listRecusalsOutput)
    .query(({ ctx }) => listRecusals(ctx)),

  liftRecusal: officialProcedure
    .input(liftRecusalInput)
    .output(liftRecusalOutput)
    .mutation(({ ctx, input }) => liftRecusal(ctx, input)),
});
