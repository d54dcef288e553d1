import { request as httpRequest } from "node:http";
import { afterAll, describe, expect, it } from "vitest";
import type { RequestContext } from "../context.ts";
import { openPortal } from "../testing/portal.ts";
import { anId, openCase, sealFile, sendCase, start, upload } from "../testing/sealing.ts";
import { serve } from "../testing/serve.ts";
import { downloadDocument } from "./download-document.ts";
import { partRate } from "./minimum-rate.ts";
import { takePart } from "./upload-part.ts";

const portal = await openPortal();
const citizen = await portal.citizen();
let viewer: RequestContext = citizen.request;
let rate = partRate;
/** The handler is done, and what it threw has been dealt with. */
let ended = Promise.withResolvers<void>();
const server = await serve(
  (ctx, request, response) => {
    const isUpload = request.url?.startsWith("/api/uploads/");
    const work = isUpload ? takePart(ctx, request, response, rate) : downloadDocument(ctx, request, response);
    return work.finally(() => setImmediate(() => ended.resolve()));
  },
  () => viewer,
);
afterAll(async () => {
  await server.close();
  await portal.close();
});

async function started(size?: number) {
  const { caseId, caseKey } = await openCase(portal, citizen);
  const file = await sealFile(citizen.keys.signing, caseKey, size);
  await start(citizen.ctx, caseId, file);
  const [part = Buffer.of()] = file.parts;
  return { file, part, path: `/api/uploads/${file.documentId}/parts/0` };
}

const put = async (path: string, body: NonNullable<RequestInit["body"]>) => {
  const response = await fetch(`${server.url}${path}`, { method: "PUT", body });
  const answer: unknown = await response.json();
  return { status: response.status, answer };
};

/** The answer, or how the connection ended, to a request that says one thing and does another. */
const sendRaw = (path: string, headers: Record<string, string>, bytes: Uint8Array, hangUp = false) =>
  new Promise<string>((resolve) => {
    const outgoing = httpRequest(`${server.url}${path}`, { method: "PUT", headers }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.on("end", () => resolve(`${response.statusCode} ${/"code":"([\w.-]+)"/.exec(text)?.[1] ?? text}`));
    });
    outgoing.on("error", () => resolve("connection lost"));
    outgoing.write(bytes, () => hangUp && outgoing.destroy());
    if (!hangUp) outgoing.end();
  });

/** The answer to a request whose body never comes to its end. */
const sendAndWait = (path: string, length: number, bytes: Uint8Array) =>
  new Promise<string>((resolve) => {
    const headers = { "content-length": length };
    const outgoing = httpRequest(`${server.url}${path}`, { method: "PUT", headers }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.on("end", () => {
        resolve(`${response.statusCode} ${/"code":"([\w.-]+)"/.exec(text)?.[1] ?? text}`);
        outgoing.destroy();
      });
    });
    outgoing.on("error", () => resolve("connection lost"));
    outgoing.write(bytes);
  });

describe("a part over HTTP", () => {
  it("is taken with its number and the length of its body", async () => {
    const { part, path, file } = await started();
    expect(await put(path, part)).toEqual({ status: 200, answer: { part: 0 } });
    const [row] = await portal.sql`select part, size from upload_parts where document_id = ${file.documentId}`;
    expect(row).toEqual({ part: 0, size: part.length });
  });

  it("is refused when its length is wrong, or is not said", async () => {
    const { part, path } = await started();
    const before = await portal.imprint();
    expect(await put(path, part.subarray(1))).toMatchObject({
      status: 422,
      answer: { code: "container.wrong-size" },
    });
    expect(await sendRaw(path, { "transfer-encoding": "chunked" }, part)).toBe("422 container.wrong-size");
    expect(await portal.imprint()).toEqual(before);
  });

  it("whose connection breaks off leaves nothing", async () => {
    const { part, path } = await started(200_000);
    const before = await portal.imprint();
    const length = String(part.length);
    portal.logLines.length = 0;
    ended = Promise.withResolvers();
    expect(await sendRaw(path, { "content-length": length }, part.subarray(0, 100_000), true)).toBe("connection lost");
    await ended.promise;
    expect(await portal.imprint()).toEqual(before);
    // Who hangs up is no failure of ours.
    expect(portal.logLines.join("")).not.toContain("request.failed");
    expect(await put(path, part)).toMatchObject({ status: 200 });
  });

  it("that is broken in the middle gets its refusal, not a lost connection, and leaves nothing", async () => {
    const { part, path } = await started(600_000);
    const before = await portal.imprint();
    const broken = new Uint8Array(part);
    broken.set([1], 262_144);
    expect(await put(path, broken)).toMatchObject({
      status: 422,
      answer: { code: "container.frame-broken" },
    });
    expect(await portal.imprint()).toEqual(before);
  });

  it("that comes too slowly is cut off with an answer, and leaves nothing", async () => {
    const { part, path } = await started(200_000);
    const before = await portal.imprint();
    rate = { bytesPerSecond: 1_000_000, graceMs: 100, silenceMs: 60_000 };
    const silent = sendAndWait(path, part.length, part.subarray(0, 10_000));
    expect(await silent).toBe("408 upload.too-slow");
    rate = partRate;
    expect(await portal.imprint()).toEqual(before);
    expect(await put(path, part)).toMatchObject({ status: 200 });
  });

  it("is refused without a session, and under an address that is none", async () => {
    const { part, path } = await started();
    viewer = portal.requestOf(null);
    expect(await put(path, part)).toMatchObject({ status: 401, answer: { code: "auth.required" } });
    viewer = citizen.request;
    const wrong = ["/api/uploads/x/parts/0", path.replace("/0", "/x"), path.replace("/0", "/00000"), `${path}/`];
    for (const other of wrong) expect(await put(other, part), other).toMatchObject({ status: 404 });
  });
});

describe("a download", () => {
  const get = (documentId: string) => fetch(`${server.url}/api/documents/${documentId}/body`);

  it("is the sealed bytes, in a form that no browser shows and no cache keeps", async () => {
    const { document } = await sendCase(portal, citizen);
    const response = await get(document.documentId);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/octet-stream",
      "content-length": String(document.bodyLength),
      "content-disposition": "attachment",
      "cache-control": "no-store",
    });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.concat(document.parts));
  });

  it("that the reader breaks off is no failure in the log", async () => {
    const { caseId, caseKey } = await openCase(portal, citizen);
    const document = await sealFile(citizen.keys.signing, caseKey, 16_000_000);
    await upload(citizen.ctx, caseId, document);
    portal.logLines.length = 0;
    ended = Promise.withResolvers();
    const controller = new AbortController();
    const response = await fetch(`${server.url}/api/documents/${document.documentId}/body`, {
      signal: controller.signal,
    });
    expect(response.status).toBe(200);
    controller.abort();
    await ended.promise;
    expect(portal.logLines.join("")).not.toContain("request.failed");
  });

  it("is refused without a session, to strangers, and under an id that never was", async () => {
    const { document } = await sendCase(portal, citizen);
    viewer = portal.requestOf(null);
    expect((await get(document.documentId)).status).toBe(401);
    viewer = (await portal.citizen()).request;
    expect((await get(document.documentId)).status).toBe(404);
    expect((await get(anId())).status).toBe(404);
    viewer = citizen.request;
    expect((await get("../../etc/passwd")).status).toBe(404);
  });
});
