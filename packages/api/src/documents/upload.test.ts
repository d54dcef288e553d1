import { createHash } from "node:crypto";
import { beginSeal, type CaseKey, partSize } from "@dvd/crypto";
import { limits } from "@dvd/domain/document/limits";
import type { CaseId } from "@dvd/domain/ids";
import { afterAll, describe, expect, it } from "vitest";
import { claimCase } from "../cases/claim-case.ts";
import { openPortal } from "../testing/portal.ts";
import { outcome, refusalIn } from "../testing/refusal.ts";
import { auditTypesOf, blobKeyOf, changesOf, jobsOf } from "../testing/rows.ts";
import * as browser from "../testing/sealing.ts";
import { receivePart } from "./receive-part.ts";
import { releaseDocument } from "./release-document.ts";
import { startUpload } from "./start-upload.ts";

const portal = await openPortal();
afterAll(() => portal.close());
const citizen = await portal.citizen();
const { ctx, keys } = citizen;

const open = () => browser.openCase(portal, citizen);
const sealed = (caseKey: CaseKey, size?: number) => browser.sealFile(keys.signing, caseKey, size);

/** The code of a refusal that left tables and blobs exactly as they were. */
const refused = refusalIn(portal);

async function documentRow(id: string) {
  const [row] = await portal.sql<{ state: string; seal: Buffer | null; parts: number }[]>`
    select state, seal, (select count(*)::int from upload_parts where document_id = documents.id) as parts
    from documents where id = ${id}`;
  return row;
}

/** The SHA-256 of every segment of a part, as a browser computes them of what it sealed. */
function digestsOf(part: Buffer = Buffer.of()) {
  const starts = Array.from({ length: Math.ceil(part.length / 262_144) }, (_, segment) => segment * 262_144);
  const digests = starts.map((start) =>
    createHash("sha256")
      .update(part.subarray(start, start + 262_144))
      .digest(),
  );
  return Buffer.concat(digests).toString("base64");
}

const bytesOf = async (file: browser.SealedFile) =>
  Buffer.concat(await Array.fromAsync(await (await releaseDocument(ctx, file)).body()));

describe("an upload", () => {
  it("of one part is stored as it was sealed, once its seal is right", async () => {
    const { caseId, caseKey } = await open();
    const file = await sealed(caseKey);
    expect(await browser.start(ctx, caseId, file)).toEqual({ partSize, parts: 1, stored: [] });
    expect(await browser.sendPart(ctx, file, 0)).toEqual({ part: 0 });
    expect(await documentRow(file.documentId)).toEqual({ state: "PENDING", seal: null, parts: 1 });
    expect(await outcome(releaseDocument(ctx, file))).toBe("document.not-found");

    await browser.finish(ctx, file);
    expect(await documentRow(file.documentId)).toEqual({ state: "STORED", seal: Buffer.from(file.seal), parts: 0 });
    expect(await bytesOf(file)).toEqual(Buffer.concat(file.parts));
    expect(await auditTypesOf(portal, caseId)).toEqual(["case.drafted", "document.stored", "document.released"]);
  });

  it("of a draft tells nobody: the authority must not learn of it", async () => {
    const { caseId, caseKey } = await open();
    await browser.upload(ctx, caseId, await sealed(caseKey));
    expect(await changesOf(portal, caseId)).toEqual([]);
    expect((await jobsOf(portal, caseId)).map(({ name }) => name)).toEqual(["expire-draft", "expire-upload"]);
  });

  it("of three parts takes them in any order and again, goes on after an interruption, and keeps each once", async () => {
    const { caseId, caseKey } = await open();
    const file = await sealed(caseKey, 2 * partSize + 1000);
    expect(await browser.start(ctx, caseId, file)).toEqual({ partSize, parts: 3, stored: [] });
    for (const part of [2, 0, 2]) await browser.sendPart(ctx, file, part);
    const stored = [0, 2].map((part) => ({ part, digests: digestsOf(file.parts[part]) }));
    expect(await browser.start(ctx, caseId, file)).toEqual({ partSize, parts: 3, stored });
    expect(await refused(() => browser.finish(ctx, file))).toBe("upload.incomplete");

    await browser.sendPart(ctx, file, 1);
    await browser.finish(ctx, file);
    expect((await bytesOf(file)).equals(Buffer.concat(file.parts))).toBe(true);
    const key = await blobKeyOf(portal, file.documentId);
    expect(await portal.deps.blobs.size(key)).toBe(file.bodyLength);
    expect((await portal.blobFiles()).filter((name) => name.startsWith(`pending/${key}`))).toEqual([]);
  });

  it("keeps one file of a part that comes twice at once", async () => {
    const { caseId, caseKey } = await open();
    const file = await sealed(caseKey);
    await browser.start(ctx, caseId, file);
    const [part = new Uint8Array()] = file.parts;
    const places = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const both = Promise.all(places.map(({ promise }) => promise));
    const calls = places.map(({ resolve }) => {
      async function* source() {
        resolve();
        await both;
        yield part;
      }
      return receivePart(ctx, { documentId: file.documentId, part: 0, size: part.length }, source());
    });
    expect(await Promise.all(calls)).toEqual([{ part: 0 }, { part: 0 }]);
    const key = await blobKeyOf(portal, file.documentId);
    const ofThis = (await portal.blobFiles()).filter((name) => name.includes(`${key}/`));
    expect(ofThis.filter((name) => name.endsWith(` ${part.length}`))).toHaveLength(1);
    expect(await outcome(browser.finish(ctx, file))).toBe("accepted");
  });

  it("does not write a part again that is here already", async () => {
    const { caseId, caseKey } = await open();
    const file = await sealed(caseKey);
    await browser.start(ctx, caseId, file);
    await browser.sendPart(ctx, file, 0);
    const before = await portal.imprint();
    const writePart = () => Promise.reject(new Error("somebody has written this"));
    const readOnly = { ...ctx, blobs: { ...ctx.blobs, writePart } };
    expect(await browser.sendPart(readOnly, file, 0)).toEqual({ part: 0 });
    expect(await portal.imprint()).toEqual(before);
  });

  it("that is finished stays as it is; the same seal gets the same answer again", async () => {
    const { caseId, caseKey } = await open();
    const [file, other] = [await sealed(caseKey), await sealed(caseKey)];
    const answer = await browser.upload(ctx, caseId, file);
    expect(await browser.finish(ctx, file)).toEqual(answer);
    const already = "upload.already-finished";
    expect(await refused(() => browser.start(ctx, caseId, file))).toBe(already);
    expect(await refused(() => browser.sendPart(ctx, file, 0))).toBe(already);
    expect(await refused(() => browser.finish(ctx, { ...file, seal: other.seal }))).toBe(already);
  });

  it("that is finished twice at once gets the same answer twice", async () => {
    const { caseId, caseKey } = await open();
    const file = await sealed(caseKey);
    await browser.start(ctx, caseId, file);
    await browser.sendPart(ctx, file, 0);
    const [one, other] = await Promise.all([browser.finish(ctx, file), browser.finish(ctx, file)]);
    expect(other).toEqual(one);
    expect((await auditTypesOf(portal, caseId)).filter((type) => type === "document.stored")).toHaveLength(1);
  });

  it("of a container that the case already has is refused under another id: no receipt could name it twice", async () => {
    const { caseId, caseKey } = await open();
    const file = await sealed(caseKey);
    const again = { ...file, documentId: browser.anId<typeof file.documentId>() };
    await browser.start(ctx, caseId, file);
    expect(await refused(() => browser.start(ctx, caseId, again))).toBe("document.exists");
    await browser.sendPart(ctx, file, 0);
    await browser.finish(ctx, file);
    expect(await refused(() => browser.start(ctx, caseId, again))).toBe("document.exists");
  });

  it("goes on only under the header with which it began", async () => {
    const { caseId, caseKey } = await open();
    const [file, other] = [await sealed(caseKey), await sealed(caseKey)];
    await browser.start(ctx, caseId, file);
    const { documentId } = file;
    expect(await refused(() => browser.start(ctx, caseId, { ...other, documentId }))).toBe("document.exists");
  });

  it("whose write the store has lost is begun anew, with an answer that says so", async () => {
    const { caseId, caseKey } = await open();
    const file = await sealed(caseKey, partSize + 1000);
    const lose = async () => {
      const [row] = await portal.sql<{ key: string; writeId: string }[]>`
        select blob_key as key, blob_upload as "writeId" from documents where id = ${file.documentId}`;
      if (row) await portal.deps.blobs.abort(row);
    };
    await browser.start(ctx, caseId, file);
    await lose();
    expect(await outcome(browser.sendPart(ctx, file, 0))).toBe("upload.incomplete");
    await browser.start(ctx, caseId, file);
    for (const part of [0, 1]) await browser.sendPart(ctx, file, part);
    await lose();
    expect(await outcome(browser.finish(ctx, file))).toBe("upload.incomplete");
    expect(await browser.start(ctx, caseId, file)).toMatchObject({ stored: [] });
    for (const part of [0, 1]) await browser.sendPart(ctx, file, part);
    expect(await outcome(browser.finish(ctx, file))).toBe("accepted");
    expect((await bytesOf(file)).equals(Buffer.concat(file.parts))).toBe(true);
  });

  it("keeps what it has when a part was stored a second time and nobody recorded that", async () => {
    const { caseId, caseKey } = await open();
    const file = await sealed(caseKey, partSize + 1000);
    await browser.start(ctx, caseId, file);
    for (const part of [0, 1]) await browser.sendPart(ctx, file, part);
    const [row] = await portal.sql<{ key: string; writeId: string }[]>`
      select blob_key as key, blob_upload as "writeId" from documents where id = ${file.documentId}`;
    const other = browser.chunksOf(new Uint8Array(100));
    await portal.deps.blobs.writePart(row ?? { key: "", writeId: "" }, 1, other, 100);

    // A store that replaces parts has lost this one, and no other.
    if ((await outcome(browser.finish(ctx, file))) === "upload.incomplete") {
      const { stored } = await browser.start(ctx, caseId, file);
      if (!stored.some(({ part }) => part === 0)) throw new Error("it has forgotten the part that is there");
      await browser.sendPart(ctx, file, 1);
      await browser.finish(ctx, file);
    }
    expect((await bytesOf(file)).equals(Buffer.concat(file.parts))).toBe(true);
  });

  it("leaves nothing of a part whose connection breaks off", async () => {
    const { caseId, caseKey } = await open();
    const file = await sealed(caseKey);
    await browser.start(ctx, caseId, file);
    const before = await portal.imprint();
    const [part = new Uint8Array()] = file.parts;
    async function* broken() {
      yield part.subarray(0, 500);
      throw new Error("connection reset");
    }
    const call = receivePart(ctx, { documentId: file.documentId, part: 0, size: part.length }, broken());
    await expect(call).rejects.toThrow("connection reset");
    expect(await portal.imprint()).toEqual(before);
  });

  it("by somebody else is refused as if neither case nor document existed", async () => {
    const stranger = await portal.citizen();
    const { caseId, caseKey } = await open();
    const file = await sealed(caseKey);
    const theirs = await browser.sealFile(stranger.keys.signing, caseKey);
    await browser.start(ctx, caseId, file);
    expect(await refused(() => browser.start(stranger.ctx, caseId, theirs))).toBe("case.not-found");
    expect(await refused(() => browser.sendPart(stranger.ctx, file, 0))).toBe("document.not-found");
    expect(await refused(() => browser.finish(stranger.ctx, file))).toBe("document.not-found");

    const own = await browser.openCase(portal, stranger);
    const stolen = { ...(await browser.sealFile(stranger.keys.signing, own.caseKey)), documentId: file.documentId };
    expect(await refused(() => browser.start(stranger.ctx, own.caseId, stolen))).toBe("document.exists");
  });
});

describe("an official's upload", () => {
  it("needs the case to be theirs, is told to both sides, and is checked later by the worker", async () => {
    const { caseId, caseKey } = await browser.sendCase(portal, citizen);
    const [official, colleague, nextDoor] = [
      await portal.official(0),
      await portal.official(1),
      await portal.official(2),
    ];
    const file = await browser.sealFile(official.keys.signing, caseKey);
    expect(await refused(() => browser.start(official.ctx, caseId, file))).toBe("case.not-assigned");
    await claimCase(official.ctx, { caseId, version: 3 });
    await browser.start(official.ctx, caseId, file);

    expect(await refused(() => browser.sendPart(colleague.ctx, file, 0))).toBe("case.not-assigned");
    expect(await refused(() => browser.sendPart(nextDoor.ctx, file, 0))).toBe("document.not-found");
    await browser.sendPart(official.ctx, file, 0);
    expect(await refused(() => browser.finish(colleague.ctx, file))).toBe("case.not-assigned");
    expect(await refused(() => browser.finish(nextDoor.ctx, file))).toBe("document.not-found");
    await browser.finish(official.ctx, file);

    expect((await changesOf(portal, caseId)).slice(-2)).toEqual(["unit document.stored", "citizen document.stored"]);
    const jobs = (await jobsOf(portal, caseId)).filter(({ data }) => data["documentId"] === file.documentId);
    expect(jobs.map(({ name, data }) => [name, data["sender"]])).toEqual([
      ["expire-upload", "official"],
      ["verify-document", "official"],
    ]);
    expect(await refused(() => releaseDocument(nextDoor.ctx, file))).toBe("document.not-found");
    expect(await bytesOf(file)).toEqual(Buffer.concat(file.parts));
  });
});

describe("the start of an upload", async () => {
  const { caseId, caseKey } = await open();
  const { caseKey: otherKey } = await open();
  const stranger = await portal.citizen();
  const file = await sealed(caseKey);
  const ofSize = (size: number) => beginSeal({ caseKey, type: "file", sender: keys.signing, meta: {}, size });
  const { message } = await browser.writeMessage(keys.signing, caseKey);
  const begin = (container: { header: typeof file.header; floeHeader: typeof file.floeHeader }) =>
    startUpload(ctx, {
      caseId,
      documentId: browser.anId(),
      header: container.header,
      floeHeader: container.floeHeader,
    });

  const cases: [string, Parameters<typeof begin>[0], string][] = [
    ["an unknown suite", { ...file, header: file.header.with(4, 2) }, "container.suite-unknown"],
    [
      "unknown parameters of the cipher",
      { ...file, floeHeader: file.floeHeader.with(0, 1) },
      "container.suite-unknown",
    ],
    ["something that is no container", { ...file, header: file.header.with(0, 0) }, "container.malformed"],
    ["a message", message, "container.malformed"],
    ["a container of another case", await browser.sealFile(keys.signing, otherKey), "container.wrong-case"],
    ["another generation of the key", { ...file, header: file.header.with(43, 2) }, "container.wrong-case"],
    ["another sender's key", await browser.sealFile(stranger.keys.signing, caseKey), "container.wrong-sender"],
    ["more than a document may have", await ofSize(2_400_000_000), "upload.too-large"],
  ];
  for (const [what, container, code] of cases)
    it(`is refused for ${what}`, async () => {
      expect(await refused(() => begin(container))).toBe(code);
    });

  it("is accepted twenty times for one submission, and refused the next time", async () => {
    const draft = await open();
    for (let count = 0; count < 20; count += 1) await browser.start(ctx, draft.caseId, await sealed(draft.caseKey));
    const next = await sealed(draft.caseKey);
    expect(await refused(() => browser.start(ctx, draft.caseId, next))).toBe("upload.too-many");
  });

  it("is refused when all documents of a submission together are too much, and accepted at the limit", async () => {
    const { ctx: own, ...sender } = await portal.citizen();
    const draft = await browser.openCase(portal, { ctx: own, ...sender });
    const file = () => browser.sealFile(sender.keys.signing, draft.caseKey);
    const [first, second, givenUp] = [await file(), await file(), await file()];
    await browser.upload(own, draft.caseId, first);
    for (const begun of [second, givenUp]) await browser.start(own, draft.caseId, begun);
    await browser.sendPart(own, second, 0);
    const grow = (id: string, bytes: number) =>
      portal.sql`update documents set body_length = ${bytes} where id = ${id}`;
    // What is not finished belongs to no submission, however large it is.
    await grow(givenUp.documentId, limits.submissionBytes);
    await grow(first.documentId, limits.submissionBytes - second.bodyLength + 1);
    expect(await refused(() => browser.finish(own, second))).toBe("upload.submission-too-large");
    await grow(first.documentId, limits.submissionBytes - second.bodyLength);
    expect(await outcome(browser.finish(own, second))).toBe("accepted");
  });

  it("is not counted together with what the office has had for long", async () => {
    const other = await portal.citizen();
    const { caseId, caseKey, document } = await browser.sendCase(portal, other);
    await portal.sql`update documents set body_length = ${limits.submissionBytes} where id = ${document.documentId}`;
    const later = await browser.sealFile(other.keys.signing, caseKey);
    expect(await outcome(browser.upload(other.ctx, caseId, later))).toBe("accepted");
  });

  it("is refused when all that was added to a case since is too much, before a byte of it travels and at the end", async () => {
    const other = await portal.citizen();
    const { caseId, caseKey } = await browser.sendCase(portal, other);
    const file = () => browser.sealFile(other.keys.signing, caseKey);
    const [first, second, third] = [await file(), await file(), await file()];
    await browser.upload(other.ctx, caseId, first);
    await browser.start(other.ctx, caseId, second);
    await browser.sendPart(other.ctx, second, 0);
    const grow = (bytes: number) =>
      portal.sql`update documents set body_length = ${bytes} where id = ${first.documentId}`;
    await grow(limits.submissionBytes - second.bodyLength + 1);
    expect(await refused(() => browser.finish(other.ctx, second))).toBe("upload.submission-too-large");
    expect(await refused(() => browser.start(other.ctx, caseId, third))).toBe("upload.submission-too-large");
    await grow(limits.submissionBytes - second.bodyLength);
    expect(await outcome(browser.finish(other.ctx, second))).toBe("accepted");
    expect(await refused(() => browser.start(other.ctx, caseId, third))).toBe("upload.submission-too-large");
  });

  it("is accepted twenty times at a time in a case that was sent, and again when one of them is over", async () => {
    const sent = await browser.sendCase(portal, citizen);
    const files = [];
    for (let count = 0; count < 20; count += 1) {
      const next = await sealed(sent.caseKey);
      await browser.start(ctx, sent.caseId, next);
      files.push(next);
    }
    const [first = await sealed(sent.caseKey)] = files;
    const next = await sealed(sent.caseKey);
    expect(await refused(() => browser.start(ctx, sent.caseId, next))).toBe("upload.too-many");
    expect(await outcome(browser.start(ctx, sent.caseId, first))).toBe("accepted");
    await browser.sendPart(ctx, first, 0);
    await browser.finish(ctx, first);
    expect(await outcome(browser.start(ctx, sent.caseId, next))).toBe("accepted");
  });

  it("is accepted for the largest document", async () => {
    expect(await begin(await ofSize(2_300_000_000))).toMatchObject({ stored: [] });
  });
});

describe("a part", async () => {
  const { caseId, caseKey } = await open();
  // Three segments in one part.
  const file = await sealed(caseKey, 600_000);
  await browser.start(ctx, caseId, file);
  const [whole = new Uint8Array()] = file.parts;
  const size = whole.length;
  const send = (bytes: Uint8Array, options: { size?: number; part?: number } = {}) =>
    receivePart(ctx, { documentId: file.documentId, part: 0, size, ...options }, browser.chunksOf(bytes));

  const changed = (offset: number, bytes: number[]) => {
    const copy = new Uint8Array(whole);
    copy.set(bytes, offset);
    return copy;
  };
  const lastWord = Array.from(whole.subarray(2 * 262_144, 2 * 262_144 + 4));

  const cases: [string, () => Promise<unknown>, string][] = [
    ["with a broken framing word", () => send(changed(0, [1])), "container.frame-broken"],
    ["with a broken framing word later on", () => send(changed(262_144, [1])), "container.frame-broken"],
    ["that says too early that it is the last", () => send(changed(262_144, lastWord)), "container.frame-broken"],
    [
      "that does not say that it is the last",
      () => send(changed(2 * 262_144, [255, 255, 255, 255])),
      "container.frame-broken",
    ],
    ["that is one byte short", () => send(whole.subarray(1)), "container.frame-broken"],
    ["that ends one byte early", () => send(whole.subarray(0, -1)), "container.wrong-size"],
    ["that has one byte more", () => send(Buffer.concat([whole, Buffer.of(0)])), "container.wrong-size"],
    ["that is announced one byte short", () => send(whole, { size: size - 1 }), "container.wrong-size"],
    ["that is announced one byte longer", () => send(whole, { size: size + 1 }), "container.wrong-size"],
    ["behind the last one", () => send(whole, { part: 1 }), "upload.part-unknown"],
  ];
  for (const [what, call, code] of cases)
    it(`${what} is refused and leaves nothing`, async () => {
      expect(await refused(call)).toBe(code);
    });

  it("whose announced length is wrong is refused before a byte of it is read", async () => {
    async function* unread() {
      yield whole;
      throw new Error("somebody has read this");
    }
    const input = { documentId: file.documentId, part: 0, size: size + 1 };
    expect(await refused(() => receivePart(ctx, input, unread()))).toBe("container.wrong-size");
  });

  it("that is right is taken after all of these", async () => {
    expect(await send(whole)).toEqual({ part: 0 });
  });
});

describe("a seal", () => {
  async function uploaded(parts?: (caseKey: CaseKey) => Promise<browser.SealedFile["parts"]>) {
    const { caseId, caseKey } = await open();
    const file = await sealed(caseKey);
    await browser.start(ctx, caseId, file);
    await browser.sendPart(ctx, { ...file, ...(parts && { parts: await parts(caseKey) }) }, 0);
    return { caseId, caseKey, file };
  }

  it("over other segments than those that arrived is refused", async () => {
    const { file } = await uploaded(async (caseKey) => (await sealed(caseKey)).parts);
    expect(await refused(() => browser.finish(ctx, file))).toBe("container.seal-invalid");
  });

  it("of another container is refused", async () => {
    const { caseKey, file } = await uploaded();
    const { seal } = await sealed(caseKey);
    expect(await refused(() => browser.finish(ctx, { ...file, seal }))).toBe("container.seal-invalid");
  });

  it("with a forged signature is refused, and the real one is still taken", async () => {
    const { file } = await uploaded();
    const seal = browser.forged(file.seal);
    expect(await refused(() => browser.finish(ctx, { ...file, seal }))).toBe("container.seal-invalid");
    expect(await outcome(browser.finish(ctx, file))).toBe("accepted");
  });
});

describe("an upload into a case that does not exist", () => {
  it("is refused", async () => {
    const { caseKey } = await browser.openCase(portal, await portal.citizen());
    const file = await sealed(caseKey);
    expect(await refused(() => browser.start(ctx, browser.anId<CaseId>(), file))).toBe("case.not-found");
  });
});
