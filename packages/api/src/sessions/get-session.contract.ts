import { z } from "zod";
import { sessionState } from "./session-state.contract.ts";

export const getSessionInput = z.strictObject({});
export const getSessionOutput = sessionState;
