import { sweepOnce } from "@dvd/db/repositories/once";
import { afterAll, describe, expect, it } from "vitest";
import { citizenCtx, type RequestContext } from "../context.ts";
import { codeOf } from "../errors.ts";
import { appRouter } from "../root.ts";
import { untilOverOrWaiting } from "../testing/imprint.ts";
import { openPortal } from "../testing/portal.ts";
import { anId, openCase, sealFile, sendCase, sendPart, start, writeMessage } from "../testing/sealing.ts";
import { encodeBase64 } from "../wire.ts";

const portal = await openPortal();
afterAll(() => portal.close());

const callAs = (request: RequestContext, idempotencyKey: string | undefined) =>
  appRouter.createCaller({ ...request, idempotencyKey });
const codeFrom = (call: Promise<unknown>) => call.then(() => "accepted", codeOf);
const key = () => crypto.randomUUID();

/** A citizen with a case, and a message that follows on the first one. */
async function correspondent() {
  const citizen = await portal.citizen();
  const sent = await sendCase(portal, citizen);
  const { message, ...rest } = await writeMessage(citizen.keys.signing, sent.caseKey, sent.first.end);
  const { messageId, header, floeHeader, seal, body } = message;
  const wired = {
    messageId,
    header: encodeBase64(header),
    floeHeader: encodeBase64(floeHeader),
    seal: encodeBase64(seal),
    body: encodeBase64(body),
  };
  return { citizen, ...sent, ...rest, input: { caseId: sent.caseId, message: wired } };
}

const auditedOf = async (caseId: string) =>
  (await portal.sql`select 1 from audit_intake where case_id = ${caseId}`).length;

describe("a mutation under a key", () => {
  it("is done once and answers the same, however often its answer was lost", async () => {
    const { citizen, caseId } = await correspondent();
    const official = await portal.official(0);
    const mine = key();
    const claim = () => callAs(official.request, mine).cases.claimCase({ caseId, version: 3 });
    const first = await claim();
    const before = await portal.imprint();
    expect(await claim()).toEqual(first);
    expect(await claim()).toEqual(first);
    expect(await portal.imprint()).toEqual(before);
    // Without the key it is another claim, and comes too late.
    expect(await codeFrom(callAs(official.request, undefined).cases.claimCase({ caseId, version: 3 }))).not.toBe(
      "accepted",
    );
    expect(citizen.ctx.actor.kind).toBe("citizen");
  });

  it("is refused with another input, or for another thing, and the first one stands", async () => {
    const { citizen } = await correspondent();
    const mine = key();
    const close = (linkId: string) => callAs(citizen.request, mine).deviceLinks.closeLink({ linkId });
    await close(anId());
    const before = await portal.imprint();
    expect(await codeFrom(close(anId()))).toBe("request.key-reused");
    expect(await portal.imprint()).toEqual(before);
  });

  it("belongs to one person: with the same key somebody else gets an answer of their own", async () => {
    const { caseId, input } = await correspondent();
    const [stranger, owner] = [await portal.citizen(), await correspondent()];
    const mine = key();
    await callAs(owner.citizen.request, mine).messages.sendMessage(owner.input);
    expect(await codeFrom(callAs(stranger.request, mine).messages.sendMessage(owner.input))).toBe("case.not-found");
    expect(await codeFrom(callAs(owner.citizen.request, mine).messages.sendMessage({ ...input, caseId }))).toBe(
      "request.key-reused",
    );
  });

  it("that was refused is judged anew, and leaves no key behind", async () => {
    const { citizen, input } = await correspondent();
    const mine = key();
    const losing: RequestContext = { ...citizen.request, around: [] };
    const other = await portal.citizen();
    expect(await codeFrom(callAs(other.request, mine).messages.sendMessage(input))).toBe("case.not-found");
    expect(await portal.sql`select 1 from idempotency_keys where key = ${mine}`).toHaveLength(0);
    expect(await codeFrom(callAs(losing, mine).messages.sendMessage(input))).toBe("accepted");
  });

  it("that failed, and wrote down why, has no answer either: the next try does what the first one could not", async () => {
    const { citizen } = await correspondent();
    const { caseId, caseKey } = await openCase(portal, citizen);
    const file = await sealFile(citizen.keys.signing, caseKey);
    const { documentId } = file;
    const mine = key();
    const finish = () =>
      callAs(citizen.request, mine).documents.finishUpload({ documentId, seal: encodeBase64(file.seal) });
    const send = async () => {
      await start(citizen.ctx, caseId, file);
      await sendPart(citizen.ctx, file, 0);
    };
    await send();
    const [write] = await portal.sql<{ key: string; writeId: string }[]>`
      select blob_key as key, blob_upload as "writeId" from documents where id = ${documentId}`;
    if (write) await portal.deps.blobs.abort(write);
    expect(await codeFrom(finish())).toBe("upload.incomplete");
    expect(await portal.sql`select 1 from upload_parts where document_id = ${documentId}`).toHaveLength(0);
    expect(await codeFrom(finish())).toBe("upload.incomplete");
    await send();
    expect(await finish()).toMatchObject({ documentId });
  });

  it("is one transaction: a second one would be answered with what the first one has done", async () => {
    const { citizen } = await correspondent();
    const guarded = citizenCtx({ ...citizen.request, around: [(_tx, work) => work()] }, citizen.ctx.actor);
    expect(await guarded.transact(async () => 1)).toBe(1);
    await expect(guarded.transact(async () => 2)).rejects.toThrow("a command acts in one transaction");
    expect(await guarded.transactAfter(async () => 3)).toBe(3);
    expect(await citizen.ctx.transact(async () => 4)).toBe(4);
  });

  it("waits for the try that is under way, and then has its answer", async () => {
    const { citizen, caseId, input } = await correspondent();
    const audited = await auditedOf(caseId);
    const mine = key();
    const gate = Promise.withResolvers<void>();
    // The first try stops at its end, before it commits.
    const slow: RequestContext = { ...citizen.request };
    const first = portal.sql.begin(async (tx) => {
      await tx`select 1 from cases where id = ${caseId} for update`;
      await gate.promise;
    });
    const [one, two] = [
      callAs(slow, mine).messages.sendMessage(input),
      callAs(citizen.request, mine).messages.sendMessage(input),
    ];
    await untilOverOrWaiting(portal, two);
    gate.resolve();
    await first;
    expect(await one).toEqual(await two);
    expect(await auditedOf(caseId)).toBe(audited + 1);
  });

  it("keeps of its answer nothing that the same person could not read again", async () => {
    const { citizen, input } = await correspondent();
    const mine = key();
    const answer = await callAs(citizen.request, mine).messages.sendMessage(input);
    const [row] = await portal.sql<{ answer: unknown }[]>`select answer from idempotency_keys where key = ${mine}`;
    expect(row?.answer).toEqual({ is: answer });
  });

  it("whose key is none is refused before anything is done", async () => {
    const { citizen } = await correspondent();
    const before = await portal.imprint();
    for (const bad of ["", "short", "x".repeat(65), "with a space and more", "../../etc/passwd-----"])
      expect(await codeFrom(callAs(citizen.request, bad).deviceLinks.closeLink({ linkId: anId() }))).toBe(
        "request.invalid",
      );
    expect(await portal.imprint()).toEqual(before);
  });
});

describe("a key", () => {
  it("goes after seven days and not before", async () => {
    const { citizen } = await correspondent();
    const [young, old] = [key(), key()];
    for (const mine of [young, old]) await callAs(citizen.request, mine).deviceLinks.closeLink({ linkId: anId() });
    await portal.sql`update idempotency_keys set created_at = now() - interval '7 days 1 minute' where key = ${old}`;
    await portal.sql`update idempotency_keys set created_at = now() - interval '6 days 23 hours' where key = ${young}`;
    expect(await sweepOnce(portal.workerDeps.db)).toBe(1);
    expect(
      (await portal.sql`select key from idempotency_keys where key in ${portal.sql([young, old])}`).map(
        ({ key: left }) => left,
      ),
    ).toEqual([young]);
  });
});
