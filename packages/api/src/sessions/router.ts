import { actorProcedure, router } from "../trpc.ts";
import { endOtherSessionsInput, endOtherSessionsOutput } from "./end-other-sessions.contract.ts";
import { endOtherSessions } from "./end-other-sessions.ts";
import { extendSessionInput, extendSessionOutput } from "./extend-session.contract.ts";
import { extendSession } from "./extend-session.ts";
import { getSessionInput, getSessionOutput } from "./get-session.contract.ts";
import { getSession } from "./get-session.ts";
import { listSessionsInput, listSessionsOutput } from "./list-sessions.contract.ts";
import { listSessions } from "./list-sessions.ts";

export const sessionsRouter = router({
  getSession: actorProcedure
    .input(getSessionInput)
    .output(getSessionOutput)
    .query(({ ctx }) => getSession(ctx)),

  extendSession: actorProcedure
    .meta({ budget: "background" })
    .input(extendSessionInput)
    .output(extendSessionOutput)
    .mutation(({ ctx }) => extendSession(ctx)),

  listSessions: actorProcedure
    .input(listSessionsInput)
    .output(listSessionsOutput)
    .query(({ ctx }) => listSessions(ctx)),

  endOtherSessions: actorProcedure
    .input(endOtherSessionsInput)
    .output(endOtherSessionsOutput)
    .mutation(({ ctx, input }) => endOtherSessions(ctx, input)),
});
