import { publicProcedure, router } from "../trpc.ts";
import { getFormInput, getFormOutput } from "./get-form.contract.ts";
import { getForm } from "./get-form.ts";

export const formsRouter = router({
  getForm: publicProcedure
    .input(getFormInput)
    .output(getFormOutput)
    .query(({ ctx, input }) => getForm(ctx, input)),
});
