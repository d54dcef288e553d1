import { DomainError } from "@dvd/domain/errors";
import { codeOf } from "../errors.ts";

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
