import { officialProcedure, router } from "../trpc.ts";
import { closeUnit } from "./close-unit.ts";
import { createUnit } from "./create-unit.ts";
import { renameUnit } from "./rename-unit.ts";
import { reopenUnit } from "./reopen-unit.ts";
import { createUnitInput, renameUnitInput, unitInput, unitOutput } from "./unit.contract.ts";

export const unitsRouter = router({
  createUnit: officialProcedure
    .input(createUnitInput)
    .output(unitOutput)
    .mutation(({ ctx, input }) => createUnit(ctx, input)),

  renameUnit: officialProcedure
    .input(renameUnitInput)
    .output(unitOutput)
    .mutation(({ ctx, input }) => renameUnit(ctx, input)),

  closeUnit: officialProcedure
    .input(unitInput)
    .output(unitOutput)
    .mutation(({ ctx, input }) => closeUnit(ctx, input)),

  reopenUnit: officialProcedure
    .input(unitInput)
    .output(unitOutput)
    .mutation(({ ctx, input }) => reopenUnit(ctx, input)),
});
