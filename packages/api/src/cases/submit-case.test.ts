import { type SigningKey, toHex, verifyReceipt } from "@dvd/crypto";
import { afterAll, describe, expect, it } from "vitest";
import { untilOverOrWaiting } from "../testing/imprint.ts";
import { openPortal } from "../testing/portal.ts";
import { outcome } from "../testing/refusal.ts";
import { auditOf, changesOf, jobsOf, stateOf } from "../testing/rows.ts";
import * as browser from "../testing/sealing.ts";
import { decodeBase64 } from "../wire.ts";
import { submitCase } from "./submit-case.ts";

const portal = await openPortal();
afterAll(() => portal.close());
const citizen = await portal.citizen();
const { ctx, keys } = citizen;

/** A draft with documents, and the first message written. */
async function drafted(documents = 1, signer: SigningKey = keys.signing) {
  const opened = await browser.openCase(portal, citizen);
  const files: browser.SealedFile[] = [];
  for (let made = 0; made < documents; made += 1) {
    const file = await browser.sealFile(keys.signing, opened.caseKey);
    await browser.upload(ctx, opened.caseId, file);
    files.push(file);
  }
  const letter = await browser.writeMessage(signer, opened.caseKey);
  return { ...opened, files, letter, input: { caseId: opened.caseId, message: letter.message } };
}

type Answer = Awaited<ReturnType<typeof submitCase>>;
const signedOf = ({ receipt }: Answer) => ({
  payload: decodeBase64(receipt.payload),
  signature: decodeBase64(receipt.signature),
});

describe("submitting a case", () => {
  it("is answered with a receipt of the authority's key that names exactly what was sent", async () => {
    const { caseId, tenantId, files, letter, input } = await drafted(2);
    const answer = await submitCase(ctx, input);

    const { receiptKeys } = await portal.directory(tenantId);
    const messageIds = [...files.map(({ messageId }) => messageId), letter.end.messageId];
    const expected = { authority: tenantId, caseId, senderKeyId: keys.signing.keyId, messageIds };
    const receipt = await verifyReceipt({ receipt: signedOf(answer), receiptKeys, expect: expected });
    expect(receipt.reference).toBe(answer.reference);
    expect(receipt.sender.assurance).toBe(ctx.actor.assurance);
    expect(receipt.documents.map((document) => [document.document_id, document.message_id, document.bytes])).toEqual(
      files.map((file) => [file.documentId, toHex(file.messageId), file.bodyLength]),
    );
    expect(receipt.messages).toMatchObject([{ id: letter.message.messageId, bytes: letter.message.body.length }]);

    const withoutOne = { ...expected, messageIds: messageIds.slice(1) };
    const lie = verifyReceipt({ receipt: signedOf(answer), receiptKeys, expect: withoutOne });
    await expect(lie).rejects.toMatchObject({ code: "E_RECEIPT_CONTEXT" });
  });

  it("commits state, number, record, news for both sides and follow-up work together", async () => {
    const { caseId, files, input } = await drafted(2);
    const { reference } = await submitCase(ctx, input);

    const [row] = await portal.sql`
      select state, version, reference, assigned_official_id as assigned, received_at is not null as received
      from cases where id = ${caseId}`;
    expect(row).toEqual({ state: "ROUTED", version: 3, reference, assigned: null, received: true });
    expect((await auditOf(portal, caseId)).slice(-2)).toEqual([
      { type: "message.sent", actor: "citizen", payload: { sequence: 1 } },
      { type: "case.submitted", actor: "citizen", payload: { documents: 2, messages: 1 } },
    ]);
    expect(await changesOf(portal, caseId)).toEqual(["unit case.received", "citizen case.received"]);
    const jobs = (await jobsOf(portal, caseId)).filter(({ name }) => name === "verify-document");
    expect(new Set(jobs.map(({ data }) => data["documentId"]))).toEqual(
      new Set(files.map(({ documentId }) => documentId)),
    );
    expect(jobs).toHaveLength(2);
  });

  it("again, after a lost answer, returns the first receipt and changes nothing", async () => {
    const { input } = await drafted();
    const first = await submitCase(ctx, input);
    const before = await portal.imprint();
    expect(await submitCase(ctx, input)).toEqual(first);
    expect(await portal.imprint()).toEqual(before);
  });

  it("ten times at once makes one case", async () => {
    const { caseId, input } = await drafted();
    const codes = await Promise.all(Array.from({ length: 10 }, () => outcome(submitCase(ctx, input))));
    expect(codes).toContain("accepted");
    expect(new Set(codes).difference(new Set(["accepted", "case.conflict"]))).toEqual(new Set());
    expect(await stateOf(portal, caseId)).toEqual({ state: "ROUTED", version: 3 });
    const [counted] = await portal.sql`
      select (select count(*)::int from receipts where case_id = ${caseId}) as receipts,
        (select count(*)::int from messages where case_id = ${caseId}) as messages,
        (select count(*)::int from changes where case_id = ${caseId}) as changes`;
    expect(counted).toEqual({ receipts: 1, messages: 1, changes: 2 });
  });

  it("waits for a document that is being stored at this moment, so that the receipt has it", async () => {
    const { input, caseId, caseKey, files } = await drafted();
    const late = await browser.sealFile(keys.signing, caseKey);
    await browser.start(ctx, caseId, late);
    await browser.sendPart(ctx, late, 0);
    const [entered, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const slowBlobs: typeof ctx.blobs = {
      ...ctx.blobs,
      async complete(write, parts) {
        entered.resolve();
        await gate.promise;
        await ctx.blobs.complete(write, parts);
      },
    };
    const finishing = browser.finish({ ...ctx, blobs: slowBlobs }, late);
    await entered.promise;
    const submitting = submitCase(ctx, input);
    await untilOverOrWaiting(portal, submitting);
    gate.resolve();
    await finishing;
    const { payload } = signedOf(await submitting);
    for (const { documentId } of [...files, late]) expect(new TextDecoder().decode(payload)).toContain(documentId);
  });
});

describe("a submission is refused, and the draft stays as it was,", async () => {
  const stranger = await portal.citizen();
  const { caseKey: otherKey } = await browser.openCase(portal, citizen);

  const refusals: [string, () => Promise<Awaited<ReturnType<typeof drafted>>["input"]>, string][] = [
    ["without a document", async () => (await drafted(0)).input, "case.nothing-to-submit"],
    [
      "with a document that is still on its way",
      async () => {
        const made = await drafted(0);
        await browser.start(ctx, made.caseId, await browser.sealFile(keys.signing, made.caseKey));
        return made.input;
      },
      "case.nothing-to-submit",
    ],
    [
      "with a message that claims to be the second",
      async () => {
        const { input, caseKey, letter } = await drafted();
        return { ...input, message: (await browser.writeMessage(keys.signing, caseKey, letter.end)).message };
      },
      "container.wrong-sequence",
    ],
    [
      "with a message in somebody else's name",
      async () => (await drafted(1, stranger.keys.signing)).input,
      "container.wrong-sender",
    ],
    [
      "with a message of another case",
      async () => ({
        ...(await drafted()).input,
        message: (await browser.writeMessage(keys.signing, otherKey)).message,
      }),
      "container.wrong-case",
    ],
    [
      "with a document in the place of the message",
      async () => {
        const { input, caseKey } = await drafted();
        const { header, floeHeader, seal, parts } = await browser.sealFile(keys.signing, caseKey);
        const body = new Uint8Array(parts[0] ?? []);
        return { ...input, message: { ...input.message, header, floeHeader, seal, body } };
      },
      "container.malformed",
    ],
    [
      "with a message whose seal is forged",
      async () => {
        const { input } = await drafted();
        return { ...input, message: { ...input.message, seal: browser.forged(input.message.seal) } };
      },
      "container.seal-invalid",
    ],
    [
      "with a message whose body was changed",
      async () => {
        const { input } = await drafted();
        return { ...input, message: { ...input.message, body: browser.forged(input.message.body) } };
      },
      "container.seal-invalid",
    ],
    [
      "with a message that is one byte short",
      async () => {
        const { input } = await drafted();
        return { ...input, message: { ...input.message, body: input.message.body.slice(0, -1) } };
      },
      "container.wrong-size",
    ],
  ];
  it.each(refusals)("%s", async (_what, prepare, code) => {
    const input = await prepare();
    const before = await portal.imprint();
    expect(await outcome(submitCase(ctx, input))).toBe(code);
    expect(await portal.imprint()).toEqual(before);
    expect(await stateOf(portal, input.caseId)).toEqual({ state: "DRAFT", version: 1 });
  });

  it("with a login below the level that the service asks for, also when the draft began with a better one", async () => {
    const { input } = await drafted();
    const askFor = (level: string) => portal.sql`
      update services set needs_level = ${level} where key = (select service_key from cases where id = ${input.caseId})`;
    await askFor("substantial");
    const before = await portal.imprint();
    const weaker = { ...ctx, actor: { ...ctx.actor, assurance: "low" as const } };
    const code = await outcome(submitCase(weaker, input));
    const after = await portal.imprint();
    const accepted = await outcome(submitCase(ctx, input));
    await askFor("low");
    expect([code, accepted]).toEqual(["auth.assurance-too-low", "accepted"]);
    expect(after).toEqual(before);
  });

  it("by another citizen", async () => {
    const { input } = await drafted();
    const before = await portal.imprint();
    expect(await outcome(submitCase(stranger.ctx, input))).toBe("case.not-found");
    expect(await portal.imprint()).toEqual(before);
  });
});
