import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { afterAll, describe, expect, it } from "vitest";
import { s3BlobStore } from "./adapters/blob/s3.ts";
import type { RequestContext } from "./context.ts";
import { downloadDocument } from "./http/download-document.ts";
import { handleTrpc } from "./http/trpc-handler.ts";
import { handleRest } from "./rest/handler.ts";
import { openPortal } from "./testing/portal.ts";
import { sendCase } from "./testing/sealing.ts";
import { listen, serve } from "./testing/serve.ts";

/**
 * Failures as they really come, each with a secret in it. What leaves, in an answer or into the log, is a code and an id: no value,
 * no statement, no stack, no path, no version (AT-43).
 */
const portal = await openPortal();
const closers: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closers) await close();
  await portal.close();
});

const secret = `Kanarie-${randomUUID()}`;
const told =
  /select |insert |postgres|constraint|violates|node_modules|\.ts\b|\bat .+:\d+:\d+|stack|zod|drizzle|aws|<Error>|\d+\.\d+\.\d+/i;

/** The same request, whose first transaction makes this statement and fails as the database lets it fail. */
const failing = (statement: string): RequestContext => {
  const request = portal.requestOf(null);
  const transaction = () =>
    portal.sql.begin(async (tx) => {
      await tx`set local statement_timeout = 200`;
      await tx.unsafe(statement);
    });
  return { ...request, db: Object.assign(Object.create(request.db) as typeof request.db, { transaction }) };
};

const statements = [
  ["a value that is there already", `insert into search_words (word) values ('${secret}'), ('${secret}')`, 500],
  ["a value that a rule refuses", `insert into places (postal_code, ars, name) values ('${secret}', '1', 'x')`, 500],
  ["a value that is no id", `select '${secret}'::uuid`, 500],
  ["a column that is not there", `select "${secret}" from cases`, 500],
  ["a statement that takes too long", `select pg_sleep(5), '${secret}'`, 503],
  ["a server that is going down", `do $$ begin raise exception '${secret}' using errcode = '57P01'; end $$`, 503],
] as const;

const logged = () => portal.logLines.splice(0).join("\n");

describe("an error of the database", () => {
  it.each(statements)("about %s leaves nothing of itself, in either form", async (_what, statement, status) => {
    logged();
    const url = "https://portal.test/api/trpc/directory.listServices?input=%7B%7D";
    for (const ask of [
      (ctx: RequestContext) => handleTrpc(new Request(url), ctx),
      (ctx: RequestContext) => handleRest(new Request("https://portal.test/api/v1/services"), ctx),
    ]) {
      const ctx = failing(statement);
      const answer = await ask(ctx);
      const [text, log] = [await answer.text(), logged()];
      expect(answer.status).toBe(status);
      expect(text).not.toMatch(told);
      expect(text).toContain(ctx.correlationId);
      expect(log).toContain('"request.failed"');
      expect(`${text}\n${log}`).not.toContain(secret.slice(0, 16));
    }
  });
});

describe("an error of the store", () => {
  it.each([
    [403, 500],
    [500, 503],
    [503, 503],
  ])("of status %i leaves nothing of itself", async (ofStore, status) => {
    const body = `<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>${secret}</Message><Resource>/${secret}</Resource></Error>`;
    const store = await listen(
      createServer((_, response) => response.writeHead(ofStore, { "content-type": "application/xml" }).end(body)),
    );
    closers.push(store.close);
    const place = { endpoint: store.url, region: "x", bucket: "bucket", accessKey: "key", secretKey: secret };
    const citizen = await portal.citizen();
    const { document } = await sendCase(portal, citizen);
    const server = await serve(downloadDocument, () => ({ ...citizen.request, blobs: s3BlobStore(place) }));
    closers.push(server.close);
    logged();
    const answer = await fetch(`${server.url}/api/documents/${document.documentId}/body`);
    const text = await answer.text();
    expect(answer.status).toBe(status);
    expect(text).not.toMatch(told);
    expect(`${text}\n${logged()}`).not.toContain(secret.slice(0, 16));
  });
});

describe("an input", () => {
  it("that is nested ten thousand deep, or no JSON, is a wrong input and nothing worse", async () => {
    const deep = `${'{"a":'.repeat(10_000)}"${secret}"${"}".repeat(10_000)}`;
    for (const body of [deep, `{"json": ${secret}`, `[${'"x",'.repeat(10_000)}"${secret}"]`, secret]) {
      logged();
      const request = new Request("https://portal.test/api/trpc/drafts.removeDraft", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });
      const answer = await handleTrpc(request, portal.requestOf((await portal.citizen()).ctx.actor));
      const text = await answer.text();
      expect(answer.status).toBe(400);
      expect(JSON.parse(text)).toMatchObject({ error: { message: "request.invalid" } });
      expect(`${text}\n${logged()}`).not.toContain(secret.slice(0, 16));
    }
  });
});
