import { timingSafeEqual } from "node:crypto";
import { spendChallenge } from "@dvd/db/repositories/once";
import { type Actor, accountIdOf } from "@dvd/domain/actor";
import { DomainError } from "@dvd/domain/errors";
import type { Around, RequestContext } from "../context.ts";
import { type ProvenWork, provenWork } from "./challenge.contract.ts";
import { hmac, sign } from "./get-challenge.ts";

/**
 * Lets the work of a transaction begin only after a proof made for this action and this account. It is spent in the
 * same transaction: used up exactly when what it was for is done, and never twice.
 */
export const requireProof =
  (ctx: RequestContext, actor: Actor, action: string): Around =>
  async (tx, work) => {
    const { challenge, solution } = readProof(ctx.proof);
    const { data, expiresAt, keySignature } = challenge.parameters;
    const isOurs = isSame(challenge.signature, sign(ctx.challengeKey, challenge.parameters));
    if (!isOurs) throw new DomainError("proof.invalid");
    if (data.action !== action || data.account !== accountIdOf(actor)) throw new DomainError("proof.other-purpose");
    if (expiresAt * 1000 <= ctx.now().getTime()) throw new DomainError("proof.expired");
    const isSolved = isSame(keySignature, hmac(ctx.challengeKey, "key", Buffer.from(solution.derivedKey, "hex")));
    if (!isSolved) throw new DomainError("proof.invalid");
    const isFirst = await spendChallenge(tx, Buffer.from(challenge.signature, "hex"), new Date(expiresAt * 1000));
    if (!isFirst) throw new DomainError("proof.used");
    return work();
  };

function readProof(header: string | undefined): ProvenWork {
  if (header === undefined) throw new DomainError("proof.missing");
  try {
    return provenWork.parse(JSON.parse(Buffer.from(header, "base64").toString("utf8")));
  } catch (cause) {
    throw new DomainError("proof.invalid", {}, { cause });
  }
}

/** Both are hexadecimal digests of the same length, by the contract. */
const isSame = (one: string, other: string) => timingSafeEqual(Buffer.from(one, "hex"), Buffer.from(other, "hex"));
