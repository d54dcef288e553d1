import { type CryptoError, generateCaseKey, generateSigningKey, uuidBytes } from "@dvd/crypto";
import { expect, it } from "vitest";
import type { Destination } from "../lib/sending/shipment.ts";
import { fromBase64, toBase64 } from "./base64.ts";
import { type SentDocument, type Sent } from "./contents.ts";
import { createFirstTexts } from "./first-text.ts";
import type { OpenCase } from "./key-holder.ts";
import { memoryHandOver } from "./testing/memory-hand-over.ts";

const { key: me } = await generateSigningKey();
const caseId = crypto.randomUUID();
const destination: Destination = {
  accountId: "a",
  bundle: "send/d",
  draftId: "d",
  serviceKey: "DEMO0000000009",
  postalCode: "05123",
  office: {
    tenantId: "t",
    authority: "Stadt",
    unitId: "u",
    unit: "Stelle",
    ruleId: "r",
    rulesVersion: 1,
    reason: "test",
    ars: null,
    isClearing: false,
  },
};
const document = { id: "document", messageId: new Uint8Array(32).fill(7), containerId: new Uint8Array(16) };
const key = { ...generateCaseKey(), scopeId: uuidBytes(caseId) };

/** A device that has begun these cases, with any number of pages on it: a reload is another page. */
function device(begun = [caseId]) {
  const { cases, onDisk } = memoryHandOver(begun);
  // As much of an opened case as sealing touches.
  const caseOf = () => ({ key, me, directory: { log: { size: 1, root: "00".repeat(32) } } }) as unknown as OpenCase;
  const openPage = () => {
    const sent = new Map<string, (Sent | SentDocument)[]>();
    return { sent, ...createFirstTexts({ cases, caseOf, sent }) };
  };
  return { openPage, onDisk };
}

it("is sealed once: a reload, another window and other words get the same bytes", async () => {
  const { openPage } = device();
  const [page, other, later] = [openPage(), openPage(), openPage()];
  for (const { sent } of [page, other]) sent.set(caseId, [document]);
  const seal = (text: string, { sealFirstText } = page) => sealFirstText(caseId, { from: "Kim", text }, destination);
  const [first, second] = await Promise.all([seal("Guten Tag"), seal("Guten Tag", other)]);
  expect(second).toEqual(first);
  expect(await seal("etwas anderes")).toEqual(first);
  expect(await later.handedOver("a", "send/d")).toEqual({ caseId, destination, message: first });
  // The receipt must name what was sent then: the document, and then this message.
  const named = later.sent.get(caseId)?.map(({ id, messageId }) => [id, toBase64(messageId)]);
  expect(named?.[0]).toEqual(["document", toBase64(document.messageId)]);
  expect(named?.[1]?.[0]).toBe(first.messageId);
  expect(fromBase64(named?.[1]?.[1] ?? "")).toHaveLength(32);
  expect(named).toHaveLength(2);
});

it("lies on the device before anybody gets it, and nobody gets it when the device did not keep it", async () => {
  const { openPage, onDisk } = device([]);
  const sealing = openPage().sealFirstText(caseId, { from: "Kim", text: "Guten Tag" }, destination);
  await expect(sealing).rejects.toMatchObject({ code: "E_STATE" } satisfies Partial<CryptoError>);
  expect(onDisk()).toEqual([]);
});

it("is found only by the account and for the draft that it was sealed for", async () => {
  const { openPage } = device();
  const page = openPage();
  await page.sealFirstText(caseId, { from: "Kim", text: "Guten Tag" }, destination);
  expect(await page.handedOver("b", "send/d")).toBe(null);
  expect(await page.handedOver("a", "send/e")).toBe(null);
});
