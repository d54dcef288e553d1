import type { ActorCtx } from "../context.ts";
import { stateOf } from "./get-session.ts";

/** The person is there: the idle time begins anew. The end that the level of the login sets stays where it is. */
export const extendSession = (ctx: ActorCtx) => stateOf(ctx, { touch: true });
