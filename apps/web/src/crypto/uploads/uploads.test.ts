import { CryptoError, generateCaseKey, generateSigningKey, openContainer, partSize, uuidBytes } from "@dvd/crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { fromBase64 } from "../base64.ts";
import type { OpenCase } from "../open-case.ts";
import { memoryFiles, memoryRecords, partStore } from "../testing/memory-uploads.ts";
import { createUploads } from "./uploads.ts";

const { key: me } = await generateSigningKey();
const [caseId, otherCase, fileId] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
const keys = new Map([caseId, otherCase].map((id) => [id, { ...generateCaseKey(), scopeId: uuidBytes(id) }]));
/** Two full parts and a little of a third. */
const content = Uint8Array.from({ length: 2 * partSize + 5_000 }, (_, at) => at % 251);
const file = new File([content], "bauplan.pdf");
const about = { accountId: "a", bundle: "b", slot: "bauplan", name: file.name, type: "application/pdf", flags: [] };

let device: ReturnType<typeof setOut>;
beforeEach(() => {
  device = setOut();
});

function setOut(room?: number) {
  const [{ records, isEmpty }, kept, server] = [memoryRecords(), memoryFiles(room), partStore()];
  // As much of an opened case as an upload touches.
  const caseOf = (id: string) => ({ key: keys.get(id), me }) as unknown as OpenCase;
  const ports = { records, files: kept.files, caseOf, send: server.put, now: () => new Date() };
  /** As after a reload: nothing is left but what the device keeps. */
  const openPage = () => createUploads(ports);
  return { openPage, server, isEmpty: () => isEmpty() && kept.isEmpty() };
}

type Page = ReturnType<ReturnType<typeof setOut>["openPage"]>;
const add = (page: Page) => page.addFile({ ...about, fileId, file });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "accepted",
    (error: unknown) => (error instanceof CryptoError ? error.code : String(error)),
  );

/** Sends what is missing, one try for each part. */
async function sendMissing(page: Page, target = caseId) {
  const { documentId, parts } = await page.startFile(fileId, target);
  const here = await device.server.stored(documentId);
  for (let part = 0; part < parts; part += 1)
    if (!here.some((stored) => stored.part === part)) await page.sendPart(fileId, part).catch(() => undefined);
  return documentId;
}

async function openAsOffice(signed: { documentId: string; header: string; floeHeader: string; seal: string }) {
  const caseKey = keys.get(caseId);
  if (!caseKey) throw new Error("no key");
  const { meta, chunks } = await openContainer({
    header: fromBase64(signed.header),
    floeHeader: fromBase64(signed.floeHeader),
    seal: fromBase64(signed.seal),
    body: device.server.segments(signed.documentId),
    caseKey,
    expect: { type: "file", scopeId: caseKey.scopeId },
    senderKeys: () => me.spki,
  });
  expect(Buffer.concat(chunks).equals(content)).toBe(true);
  return meta;
}

describe("a document of a citizen", () => {
  it("arrives as it was picked, with its place sealed inside, over failures and reloads", async () => {
    await add(device.openPage());
    device.server.failNext("before", "after", "before");
    await sendMissing(device.openPage());
    const documentId = await sendMissing(device.openPage());
    const page = device.openPage();
    expect(await sendMissing(page)).toBe(documentId);
    const stored = await device.server.stored(documentId);
    expect(await page.ownsParts(fileId, stored)).toBe(true);
    const signed = await page.sealFile(fileId, stored);
    expect(await openAsOffice(signed)).toMatchObject({ name: "bauplan.pdf", slot: "bauplan", size: content.length });
  });

  it("is signed as it lies there when a part arrived twice under two seals", async () => {
    await add(device.openPage());
    const page = device.openPage();
    device.server.failNext("after");
    const documentId = await sendMissing(page);
    await page.sendPart(fileId, 0);
    const meta = await openAsOffice(await page.sealFile(fileId, await device.server.stored(documentId)));
    expect(meta).toMatchObject({ size: content.length });
  });

  it("is never signed when the server names a part that was not sealed here", async () => {
    const page = device.openPage();
    await add(page);
    const documentId = await sendMissing(page);
    device.server.replace(documentId, 1, new Uint8Array(partSize));
    const stored = await device.server.stored(documentId);
    expect(await page.ownsParts(fileId, stored)).toBe(false);
    expect(await codeOf(page.sealFile(fileId, stored))).toBe("E_STATE");
    await page.restartFile(fileId);
    expect(await sendMissing(page)).not.toBe(documentId);
  });

  it("is not signed while a part is missing", async () => {
    const page = device.openPage();
    await add(page);
    const documentId = await sendMissing(page);
    const stored = await device.server.stored(documentId);
    expect(await codeOf(page.sealFile(fileId, stored.slice(1)))).toBe("E_STATE");
  });

  it("is not signed when the server names one part twice and another not at all", async () => {
    const page = device.openPage();
    await add(page);
    const documentId = await sendMissing(page);
    const [first, second, last] = await device.server.stored(documentId);
    if (!first || !second || !last) throw new Error("three parts were sent");
    expect(await codeOf(page.sealFile(fileId, [first, first, last]))).toBe("E_STATE");
    expect(await codeOf(page.sealFile(fileId, [first, { ...first, part: 1 }, last]))).toBe("E_STATE");
    expect(await page.sealedFile(fileId)).toBeNull();
    expect(await codeOf(page.sealFile(fileId, [last, second, first]))).toBe("accepted");
  });

  it("has one signature, however often it is asked for", async () => {
    await add(device.openPage());
    const page = device.openPage();
    const documentId = await sendMissing(page);
    expect(await page.sealedFile(fileId)).toBeNull();
    const { seal } = await page.sealFile(fileId, await device.server.stored(documentId));
    expect(await device.openPage().sealedFile(fileId)).toMatchObject({ documentId, seal });
  });

  it("is another document in another case", async () => {
    await add(device.openPage());
    const first = await sendMissing(device.openPage());
    const page = device.openPage();
    const second = await sendMissing(page, otherCase);
    expect(second).not.toBe(first);
    expect(await device.server.stored(second)).toHaveLength(3);
    expect(await page.ownsParts(fileId, await device.server.stored(first))).toBe(false);
  });

  it("leaves nothing on the device when it is taken off the list, and only then", async () => {
    const page = device.openPage();
    await add(page);
    await sendMissing(page);
    expect(device.isEmpty()).toBe(false);
    await page.removeFiles("a", "another bundle");
    await page.removeFiles("another account");
    expect(await page.listFiles("a", "b")).toHaveLength(1);
    await page.removeFiles("a", "b");
    expect(device.isEmpty()).toBe(true);
    expect(await page.listFiles("a", "b")).toEqual([]);
  });
});

describe("a device without room for the file", () => {
  beforeEach(() => {
    device = setOut(content.length - 1);
  });

  it("sends it from where it was picked, and asks for it again after a reload", async () => {
    const page = device.openPage();
    expect(await add(page)).toMatchObject({ isKept: false, isHere: true });
    device.server.failNext("before");
    await sendMissing(page);

    const later = device.openPage();
    expect(await later.listFiles("a", "b")).toMatchObject([{ fileId, isHere: false }]);
    expect(await codeOf(later.startFile(fileId, caseId))).toBe("E_SOURCE");
    expect(await later.giveFile(fileId, new File([content], "another-name.pdf"))).toBe(true);
    const documentId = await sendMissing(later);
    await openAsOffice(await later.sealFile(fileId, await device.server.stored(documentId)));
  });

  it("takes no other file for it", async () => {
    await add(device.openPage());
    const later = device.openPage();
    const changed = content.with(content.length - 1, 7);
    for (const other of [changed, content.subarray(1), new Uint8Array()])
      expect(await later.giveFile(fileId, new File([other], file.name))).toBe(false);
    expect(await codeOf(later.startFile(fileId, caseId))).toBe("E_SOURCE");
  });
});
