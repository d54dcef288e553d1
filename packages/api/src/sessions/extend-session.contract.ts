import { z } from "zod";
import { sessionState } from "./session-state.contract.ts";

export const extendSessionInput = z.strictObject({});
export const extendSessionOutput = sessionState;
