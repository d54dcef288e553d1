import { CryptoError, generateCaseKey, generateSigningKey, uuidBytes } from "@dvd/crypto";
import { expect, it } from "vitest";
import { createBegunCases } from "./begun-cases.ts";
import { createBundles } from "./bundles.ts";
import type { OpenCase } from "./open-case.ts";
import { memoryCases } from "./testing/memory-cases.ts";
import { memoryFiles, memoryRecords, partStore } from "./testing/memory-uploads.ts";
import { createUploads } from "./uploads/uploads.ts";

const { key: me } = await generateSigningKey();
const now = () => new Date("2026-11-21T20:00:00.000Z");
const purpose = { accountId: "a", bundle: "send/d", target: "t/u/05123/" };
const file = new File(["content of a letter"], "brief.pdf");

/** A device with a case that was begun, and one document for it. */
async function device() {
  const [{ records, isEmpty }, kept, server, disk] = [memoryRecords(), memoryFiles(), partStore(), memoryCases()];
  const cases = createBegunCases(disk.store, now);
  const { caseId } = await cases.caseFor(purpose);
  const key = { ...generateCaseKey(), scopeId: uuidBytes(caseId) };
  const caseOf = () => ({ key, me }) as unknown as OpenCase;
  const uploads = createUploads({ records, files: kept.files, caseOf, send: server.put, now });
  const fileId = crypto.randomUUID();
  const about = { name: file.name, type: "application/pdf", slot: "brief", flags: [] };
  await uploads.addFile({ ...about, accountId: purpose.accountId, bundle: purpose.bundle, fileId, file });
  async function sign() {
    const { documentId } = await uploads.startFile(fileId, caseId);
    await uploads.sendPart(fileId, 0);
    await uploads.sealFile(fileId, await server.stored(documentId));
  }
  const hasCase = async () => (await cases.secretOf(caseId)) !== null;
  const isClean = () => isEmpty() && kept.isEmpty();
  return { ...createBundles(uploads, cases), uploads, fileId, sign, hasCase, isClean, onDisk: disk.onDisk };
}

it("a document that is taken off the list leaves the device, and its case goes on", async () => {
  const { removeFile, uploads, fileId, hasCase, isClean } = await device();
  expect(isClean()).toBe(false);
  await removeFile(fileId);
  expect(isClean()).toBe(true);
  expect(await uploads.listFiles("a", "send/d")).toEqual([]);
  await expect(uploads.startFile(fileId, crypto.randomUUID())).rejects.toEqual(new CryptoError("E_STATE"));
  expect(await hasCase()).toBe(true);
});

it("with a document that was signed already its case goes too: the office would find it, and no message that names it", async () => {
  const { removeFile, fileId, sign, hasCase, isClean } = await device();
  await sign();
  await removeFile(fileId);
  expect([isClean(), await hasCase()]).toEqual([true, false]);
});

it("what has come to its end leaves nothing of its content here", async () => {
  const { endBundle, isClean, onDisk } = await device();
  await endBundle("a", "send/e");
  expect([isClean(), onDisk().length]).toEqual([false, 1]);
  await endBundle("a", "send/d");
  expect([isClean(), onDisk()]).toEqual([true, []]);
});
