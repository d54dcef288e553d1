import { CryptoError, equalBytes, inspectLinkAnswer, kemKeyId, vaultKeyObject } from "@dvd/crypto";
import { findLink, setAnswer } from "@dvd/db/repositories/device-links";
import { accountIdOf } from "@dvd/domain/actor";
import { DomainError } from "@dvd/domain/errors";
import { record } from "../audit.ts";
import type { ActorCtx } from "../context.ts";
import { assertFreshLogin } from "../sessions/assert-fresh-login.ts";
import type { Bytes } from "../wire.ts";
import type { AnswerLink } from "./answer-link.contract.ts";

/** Once, in time, and for the very device that asked. */
export const answerLink = (ctx: ActorCtx, { linkId, answer }: AnswerLink) =>
  ctx.transact(async (tx) => {
    assertFreshLogin(ctx, "device.release");
    const accountId = accountIdOf(ctx.actor);
    const link = await findLink(tx, accountId, ctx.now());
    if (link?.linkId !== linkId) throw new DomainError("device-link.gone");
    if (!(await isFor(link.publicKey, accountId, answer))) throw new DomainError("keys.grant-invalid");
    if (!(await setAnswer(tx, accountId, linkId, answer))) throw new DomainError("device-link.gone");
    const tenantId = ctx.actor.kind === "official" ? ctx.actor.tenantId : null;
    await record(ctx, tx, tenantId, { type: "device.answered" });
    return {};
  });

async function isFor(publicKey: Bytes, accountId: string, answer: Bytes): Promise<boolean> {
  try {
    const { role, objectId, recipientKeyId } = inspectLinkAnswer(answer);
    const object = await vaultKeyObject(accountId);
    return (
      role === "device" &&
      equalBytes(objectId, object.objectId) &&
      equalBytes(recipientKeyId, await kemKeyId(publicKey))
    );
  } catch (error) {
    if (error instanceof CryptoError) return false;
    throw error;
  }
}
