import { type CryptoError, generateCaseKey, generateSigningKey, uuidBytes } from "@dvd/crypto";
import { expect, it } from "vitest";
import { fromBase64, toBase64 } from "./base64.ts";
import { createBegunCases } from "./begun-cases.ts";
import { type SentDocument, type Sent } from "./contents.ts";
import { createFirstTexts } from "./first-text.ts";
import type { OpenCase } from "./open-case.ts";
import { destination } from "./testing/destination.ts";
import { memoryCases } from "./testing/memory-cases.ts";

const { key: me } = await generateSigningKey();
const document = { id: "document", messageId: new Uint8Array(32).fill(7), containerId: new Uint8Array(16) };

/** A device that has begun a case, with any number of pages on it: a reload is another page. */
async function device() {
  const cases = createBegunCases(memoryCases().store, () => new Date());
  const { caseId } = await cases.caseFor({ accountId: "a", bundle: "send/d", target: "t/u" });
  const key = { ...generateCaseKey(), scopeId: uuidBytes(caseId) };
  // As much of an opened case as sealing touches.
  const caseOf = () => ({ key, me, directory: { log: { size: 1, root: "00".repeat(32) } } }) as unknown as OpenCase;
  const openPage = () => {
    const sent = new Map<string, (Sent | SentDocument)[]>();
    return { sent, ...createFirstTexts({ cases, caseOf, sent }) };
  };
  return { openPage, caseId, cases };
}

it("is sealed once: a reload, another window and other words get the same bytes", async () => {
  const { openPage, caseId } = await device();
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

it("is given to nobody when this device does not keep the case any more", async () => {
  const { openPage, caseId, cases } = await device();
  await cases.forget("a", "send/d");
  const sealing = openPage().sealFirstText(caseId, { from: "Kim", text: "Guten Tag" }, destination);
  await expect(sealing).rejects.toMatchObject({ code: "E_STATE" } satisfies Partial<CryptoError>);
});
