import { officialProcedure, router } from "../trpc.ts";
import { getStateInput, getStateOutput } from "./get-state.contract.ts";
import { getState } from "./get-state.ts";
import { listEventsInput, listEventsOutput } from "./list-events.contract.ts";
import { listEvents } from "./list-events.ts";

export const auditRouter = router({
  getState: officialProcedure
    .input(getStateInput)
    .output(getStateOutput)
    .query(({ ctx }) => getState(ctx)),

  listEvents: officialProcedure
    .input(listEventsInput)
    .output(listEventsOutput)
    .query(({ ctx, input }) => listEvents(ctx, input)),
});
