import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RequestContext } from "../context.ts";
import { sendMessage } from "../messages/send-message.ts";
import { auditOf } from "../testing/rows.ts";
import { type Citizen, type Official, openPortal } from "../testing/portal.ts";
import { sendCase, writeMessage } from "../testing/sealing.ts";
import { serve } from "../testing/serve.ts";
import { downloadDocument } from "./download-document.ts";
import { isKnown } from "./entity-tag.ts";
import { handleTrpc } from "./trpc-handler.ts";

const portal = await openPortal();
afterAll(() => portal.close());
let citizen: Citizen;
let official: Official;
let sent: Awaited<ReturnType<typeof sendCase>>;
beforeAll(async () => {
  [citizen, official] = [await portal.citizen(), await portal.official(0)];
  sent = await sendCase(portal, citizen);
});

async function readCase(ctx: RequestContext, tag?: string) {
  const input = encodeURIComponent(JSON.stringify({ caseId: sent.caseId }));
  const headers = tag === undefined ? {} : { "if-none-match": tag };
  const response = await handleTrpc(
    new Request(`https://portal.test/api/trpc/cases.getCase?input=${input}`, { headers }),
    ctx,
  );
  return { status: response.status, tag: response.headers.get("etag") ?? "", body: await response.text() };
}

describe("a case that is read again", () => {
  it("comes as nothing but its tag while nothing has changed", async () => {
    const first = await readCase(citizen.request);
    expect(first.status).toBe(200);
    expect(first.tag).toMatch(/^"[\w-]{27}"$/);
    expect(await readCase(citizen.request, first.tag)).toEqual({ status: 304, tag: first.tag, body: "" });
    expect((await readCase(citizen.request, `"other", ${first.tag}`)).status).toBe(304);
  });

  it("comes whole, with another tag, when something has", async () => {
    const { tag } = await readCase(citizen.request);
    const { message } = await writeMessage(citizen.keys.signing, sent.caseKey, sent.first.end);
    await sendMessage(citizen.ctx, { caseId: sent.caseId, message });
    const next = await readCase(citizen.request, tag);
    expect(next.status).toBe(200);
    expect(next.tag).not.toBe(tag);
    expect(next.body).toContain(sent.caseId);
  });

  it("has another tag for everybody, and is nobody else's under the tag of one who may", async () => {
    const { tag } = await readCase(citizen.request);
    const theirs = await readCase(official.request, tag);
    expect(theirs.status).toBe(200);
    expect(theirs.tag).not.toBe(tag);
    const stranger = await portal.citizen();
    expect((await readCase(stranger.request, tag)).status).toBe(404);
    expect((await readCase(portal.requestOf(null), tag)).status).toBe(401);
  });

  it("leaves a record of each look of an official all the same", async () => {
    const opened = async () => (await auditOf(portal, sent.caseId)).filter(({ type }) => type === "case.opened").length;
    const { tag } = await readCase(official.request);
    const before = await opened();
    expect((await readCase(official.request, tag)).status).toBe(304);
    expect(await opened()).toBe(before + 1);
  });
});

describe("a document that is read again", () => {
  it("comes as nothing but its tag, to whom it was given before and to nobody else", async () => {
    let viewer: RequestContext = citizen.request;
    const server = await serve(downloadDocument, () => viewer);
    const get = (tag?: string) =>
      fetch(`${server.url}/api/documents/${sent.document.documentId}/body`, {
        headers: tag === undefined ? {} : { "if-none-match": tag },
      });
    const first = await get();
    const tag = first.headers.get("etag") ?? "";
    expect((await first.arrayBuffer()).byteLength).toBe(sent.document.bodyLength);

    const again = await get(tag);
    expect(again.status).toBe(304);
    expect((await again.arrayBuffer()).byteLength).toBe(0);
    expect(again.headers.get("cache-control")).toBe("no-store");

    viewer = official.request;
    const theirs = await get(tag);
    expect(theirs.status).toBe(200);
    expect(theirs.headers.get("etag")).not.toBe(tag);
    await theirs.arrayBuffer();
    viewer = (await portal.citizen()).request;
    expect((await get(tag)).status).toBe(404);
    await server.close();
  });
});

describe("a tag", () => {
  it("is one of those that were named, also when a proxy made it weak, and no star", () => {
    expect(isKnown('"a", "b"', '"b"')).toBe(true);
    expect(isKnown('"a", W/"b"', '"b"')).toBe(true);
    for (const others of ['"a"', 'W/"a"', 'w/"b"', "*", "b", "", null, undefined])
      expect(isKnown(others, '"b"')).toBe(false);
  });
});
