import { isDeepStrictEqual } from "node:util";
import { DomainError } from "@dvd/domain/errors";
import { codeOf } from "../errors.ts";
import type { Portal } from "./portal.ts";

/** The code with which a call was refused, "accepted" when it was not. Anything but a refusal is a bug of ours. */
export async function outcome(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "accepted";
  } catch (error) {
    const code = codeOf(error);
    if (code === "internal" && !(error instanceof DomainError)) throw error;
    return code;
  }
}

/** The code of a refusal. No refusal may leave a trace: one that has says so. */
export const refusalIn = (portal: Portal) => async (call: () => Promise<unknown>) => {
  const before = await portal.imprint();
  const code = await outcome(call());
  return isDeepStrictEqual(await portal.imprint(), before) ? code : `${code}, and something has changed`;
};
