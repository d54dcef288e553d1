import { getCase } from "@dvd/db/repositories/cases";
import { listMessages as findMessages } from "@dvd/db/repositories/messages";
import { caseCan } from "@dvd/domain/case/policy";
import { assertCan } from "@dvd/domain/verdict";
import { record } from "../audit.ts";
import type { ActorCtx } from "../context.ts";
import { encodeBase64 } from "../wire.ts";
import type { ListMessages } from "./list-messages.contract.ts";

/**
 * The conversation of a case, oldest first, from a number on: what is new is fetched without what is known. What an official
 * gets is recorded before it leaves; what citizens read in their own case is not the authority's business.
 */
export const listMessages = (ctx: ActorCtx, { caseId, after, limit }: ListMessages) =>
  ctx.transact(async (tx) => {
    const found = await getCase(tx, caseId);
    assertCan(caseCan.read(found, ctx.actor));
    const rows = await findMessages(tx, caseId, after, limit + 1);
    const messages = rows.slice(0, limit).map(({ message }) => ({
      messageId: message.id,
      sequence: message.sequence,
      sender: message.senderKind,
      sentAt: message.createdAt.toISOString(),
      header: encodeBase64(message.header),
      floeHeader: encodeBase64(message.floeHeader),
      seal: encodeBase64(message.seal),
      body: encodeBase64(message.body),
    }));
    if (ctx.actor.kind === "official" && messages.length > 0)
      await record(ctx, tx, found.tenantId, { type: "messages.released", caseId, after, messages: messages.length });
    return { messages, nextAfter: rows.length > limit ? (messages.at(-1)?.sequence ?? null) : null };
  });
