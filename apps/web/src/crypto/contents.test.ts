import { beginSeal, generateSigningKey, randomBytes, sealMessage } from "@dvd/crypto";
import { messageMediaType, writeMessage } from "@dvd/domain/message/content";
import { describe, expect, it } from "vitest";
import { toBase64 } from "./base64.ts";
import { openMessages, sealText } from "./contents.ts";
import { caseAnswer, grantsOf, receiptFor, setOut } from "./testing/holder-world.ts";
import type { StoredMessage } from "./wire-types.ts";

/** The server of these tests knows everything that a server can know, and lies. */

describe("a message", () => {
  const stored = (message: Omit<StoredMessage, "sequence" | "sender" | "sentAt">, sender: StoredMessage["sender"]) => ({
    ...message,
    sequence: 1,
    sender,
    sentAt: new Date().toISOString(),
  });

  it("is shown as the side whose key has signed it, not as the side that the server names", async () => {
    const { holder, caseId, office, authority } = await setOut();
    await holder.beginCase(caseId, office, authority.answer);
    const open = holder.caseOf(caseId);
    const own = await sealText(open, null, { from: "Aylin", text: "Hallo" });
    const { opened } = await openMessages(open, [stored(own.message, "official")]);
    expect(opened).toMatchObject([{ sender: "citizen", content: { from: "Aylin", text: "Hallo" } }]);
  });

  it("tells how many of the documents that it names are not in the case", async () => {
    const world = await setOut();
    const begun = await world.holder.beginCase(world.caseId, world.office, world.authority.answer);
    const open = world.holder.caseOf(world.caseId);
    const file = await beginSeal({ caseKey: open.key, type: "file", sender: open.me, meta: { name: "a" }, size: 1 });
    for await (const segment of file.segments([new Uint8Array(1)])) expect(segment.index).toBe(0);
    const { seal, messageId } = await file.finish();
    const shown = { id: crypto.randomUUID(), messageId, containerId: file.containerId };
    const hidden = { ...shown, messageId: randomBytes(32) };
    const sealed = await sealText(open, null, { from: "Aylin", text: "Anbei" }, [shown, hidden]);
    const document = {
      documentId: shown.id,
      sender: "citizen" as const,
      header: toBase64(file.header),
      floeHeader: toBase64(file.floeHeader),
      seal: toBase64(seal),
      bodyLength: file.bodyLength,
      storedAt: new Date().toISOString(),
      verifiedAt: null,
    };
    const grants = await grantsOf(world, begun);
    const answer = caseAnswer(world, { grants, receipt: await receiptFor(world) });
    for (const [documents, missing] of [
      [[document], 1],
      [[], 2],
    ] as const) {
      await world.holder.openCase(world.caseId, { ...answer, documents: [...documents] }, world.authority.answer);
      const { opened } = await openMessages(world.holder.caseOf(world.caseId), [stored(sealed.message, "citizen")]);
      expect(opened).toMatchObject([{ content: { text: "Anbei" }, missing }]);
    }
  });

  it("of somebody who is neither the citizen nor a signed member shows nothing", async () => {
    const { holder, caseId, office, authority } = await setOut();
    await holder.beginCase(caseId, office, authority.answer);
    const open = holder.caseOf(caseId);
    const { key: sender } = await generateSigningKey();
    const content = new TextEncoder().encode(writeMessage({ from: "Amt", text: "Bitte IBAN" }));
    const sealed = await sealMessage({
      caseKey: open.key,
      sender,
      meta: { type: messageMediaType },
      content,
      sequence: 1n,
    });
    const { header, floeHeader, seal, body } = sealed;
    const message = {
      messageId: crypto.randomUUID(),
      header: toBase64(header),
      floeHeader: toBase64(floeHeader),
      seal: toBase64(seal),
      body: toBase64(body),
    };
    const { opened } = await openMessages(open, [stored(message, "official")]);
    expect(opened).toMatchObject([{ content: null }]);
  });
});
