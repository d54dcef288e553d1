import { createHash } from "node:crypto";
import { claimKey, type KeyClaim, keepAnswer } from "@dvd/db/repositories/once";
import { DomainError } from "@dvd/domain/errors";
import type { AccountId } from "@dvd/domain/ids";
import type { Around } from "../context.ts";

/** Made by the client for one intent of a person, and sent with every try of it. */
const keyPattern = /^[A-Za-z0-9_-]{16,64}$/;

export function claimOf(accountId: AccountId, key: string, procedure: string, input: unknown): KeyClaim {
  if (!keyPattern.test(key)) throw new DomainError("request.invalid");
  const request = createHash("sha256")
    .update(`${procedure}\0${JSON.stringify(input)}`)
    .digest();
  return { accountId, key, request: new Uint8Array(request) };
}

/**
 * Runs the work of a transaction once for its key. Key, work and answer commit together, so a lost answer is found
 * again; what was refused leaves no trace and is judged anew. Whoever asks while the first is under way waits for it.
 */
export const answerOnce =
  (claim: KeyClaim): Around =>
  async (tx, work) => {
    const earlier = await claimKey(tx, claim).catch(tellWhoWaitsTooLong);
    if (earlier) {
      if (!Buffer.from(earlier.request).equals(claim.request)) throw new DomainError("request.key-reused");
      // The work of the same procedure on the same input has made it.
      return (earlier.answer as Answer<Awaited<ReturnType<typeof work>>>).is;
    }
    const answer = await work();
    await keepAnswer(tx, claim, { is: answer } satisfies Answer<typeof answer>);
    return answer;
  };

/** In a wrapping of its own: a command may well answer with nothing. */
type Answer<T> = { is: T };

/** Postgres waits for a lock for some seconds; the first try is still under way then. */
function tellWhoWaitsTooLong(error: unknown): never {
  const cause = error instanceof Error ? error.cause : null;
  const code = cause instanceof Error && "code" in cause ? cause.code : null;
  throw code === "55P03" ? new DomainError("request.in-flight", { retryAfterSeconds: 5 }, { cause }) : error;
}
