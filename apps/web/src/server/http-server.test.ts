import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import { connect } from "node:net";
import type { RateLimiter } from "@dvd/api/adapters/rate-limit/rate-limiter";
import type { RequestContext } from "@dvd/api/context";
import { createWorkerDeps } from "@dvd/api/deps";
import { findViewer } from "@dvd/api/sessions/find-viewer";
import { openCase, sealFile, start } from "@dvd/api/testing/sealing";
import type { Actor } from "@dvd/domain/actor";
import { afterAll, describe, expect, it } from "vitest";
import type { Edge } from "./http-server.ts";
import { outcomeOf, post, send } from "./testing/client.ts";
import { openEdge } from "./testing/edge.ts";

const edge = await openEdge();
const { portal, citizen, log, logLines, closers, open } = edge;
afterAll(() => edge.close());

const connectionsOf = (server: Server) =>
  new Promise<number>((resolve) => {
    server.getConnections((_, count) => resolve(count));
  });

describe("a body", () => {
  it("of a form is taken up to 16 KB, with its length said in advance", async () => {
    const { url } = await open();
    for (const path of ["/api/auth/callback", "/anmelden"]) {
      expect(await outcomeOf(url + path, post(Buffer.alloc(16_384)))).toBe("200 16384");
      expect(await outcomeOf(url + path, post(Buffer.alloc(16_385)))).toBe("413 request.too-large");
      const unsaid = { method: "POST", headers: { "transfer-encoding": "chunked" }, body: Buffer.alloc(10) };
      expect(await outcomeOf(url + path, unsaid)).toBe("400 request.invalid");
    }
  });

  it("that is refused while it is under way is taken to its end, or a reset could overtake the answer", async () => {
    const { url } = await open();
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    let received = "";
    socket.on("data", (chunk) => {
      received += chunk.toString();
    });
    const head = "POST /anmelden HTTP/1.1\r\nhost: portal.test\r\ncontent-length: 1000000\r\n\r\n";
    socket.write(head);
    await expect.poll(() => received).toContain("request.too-large");
    socket.write(Buffer.alloc(1_000_000));
    socket.write("GET /health HTTP/1.1\r\nhost: portal.test\r\n\r\n");
    await expect.poll(() => received).toContain("HTTP/1.1 200");
    socket.destroy();
  });

  it("that is refused and never comes to an end is cut off", async () => {
    const { url, server } = await open();
    const endless = { ...post(Buffer.alloc(1_000_000), { origin: "https://portal.test" }), piece: 1 };
    expect(await outcomeOf(`${url}/api/trpc/cases.openDraft`, endless)).toBe("413 request.too-large");
    await expect.poll(() => connectionsOf(server), { timeout: 5_000 }).toBe(0);
  });

  it("is refused where nothing is to be sent", async () => {
    const { url } = await open();
    for (const path of ["/", "/health", "/api/live", "/api/v1/services"])
      expect(await outcomeOf(url + path, { ...post(Buffer.alloc(1)), method: "GET" }), path).toBe(
        "413 request.too-large",
      );
  });

  it("that never comes to an end is cut off, though it never falls silent", async () => {
    const short = { bytes: 10_000, ms: 200 };
    const { url } = await open({ page: short, json: short });
    const endless = { ...post(Buffer.alloc(10_000), { origin: "https://portal.test" }), piece: 1 };
    expect(await outcomeOf(`${url}/api/auth/callback`, endless)).toBe("connection lost");
    endless.headers = { ...endless.headers, "content-type": "application/json" };
    expect(await outcomeOf(`${url}/api/trpc/cases.openDraft`, endless)).toBe("connection lost");
  });

  it("that has come to an end in time is not cut off while it is being answered", async () => {
    const pages: Edge["pages"] = async (_, response) => {
      await new Promise((resolve) => {
        setTimeout(resolve, 300);
      });
      response.end("late");
    };
    const { url } = await open({ page: { bytes: 100, ms: 50 } }, { pages });
    expect(await outcomeOf(`${url}/anmelden`, post(Buffer.alloc(100)))).toBe("200 late");
    expect(await outcomeOf(`${url}/anmelden`)).toBe("200 late");
  });
});

describe("a part of a document", () => {
  async function started() {
    const { caseId, caseKey } = await openCase(portal, citizen);
    const file = await sealFile(citizen.keys.signing, caseKey, 200_000);
    await start(citizen.ctx, caseId, file);
    const [part = Buffer.of()] = file.parts;
    const sending = { ...post(Buffer.from(part), { origin: "https://portal.test" }), method: "PUT" };
    return { path: `/api/uploads/${file.documentId}/parts/0`, sending };
  }

  it("that never comes to an end is cut off and leaves nothing, and no line about a failure", async () => {
    const { url } = await open({ partMs: 200 });
    const { path, sending } = await started();
    const files = await portal.blobFiles();
    logLines.length = 0;
    expect(await outcomeOf(url + path, { ...sending, piece: 100 })).toBe("connection lost");
    await expect.poll(portal.blobFiles).toEqual(files);
    await expect.poll(() => logLines.join("")).toContain("http.request");
    expect(logLines.join("")).not.toContain("request.failed");
  });

  it("that falls silent is cut off", async () => {
    const { url } = await open({ silenceMs: 100 });
    const { path, sending } = await started();
    expect(await outcomeOf(url + path, { ...sending, piece: 100, everyMs: 2_000 })).toBe("connection lost");
  });

  it("that comes piece by piece, and is never silent for long, is taken", async () => {
    const { url } = await open();
    const { path, sending } = await started();
    expect(await outcomeOf(url + path, { ...sending, piece: 100_000 })).toBe('200 {"part":0}');
  });
});

describe("a connection", () => {
  it("ends when its answer is not read", async () => {
    const pages: Edge["pages"] = (_, response) => void response.end(Buffer.alloc(64 * 1024 * 1024));
    const { url, server } = await open({ unreadMs: 200 }, { pages });
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => {
      socket.write("GET / HTTP/1.1\r\nhost: portal.test\r\n\r\n");
    });
    socket.on("error", () => undefined).pause();
    await expect.poll(() => connectionsOf(server)).toBe(1);
    await expect.poll(() => connectionsOf(server), { timeout: 5_000 }).toBe(0);
    socket.destroy();
  });

  it("beyond the most that one process bears is closed at once", async () => {
    const { url } = await open({ connections: 2 });
    const port = Number(new URL(url).port);
    const idle = [connect(port, "127.0.0.1"), connect(port, "127.0.0.1")];
    await Promise.all(idle.map((socket) => new Promise((resolve) => socket.once("connect", resolve))));
    expect(await outcomeOf(`${url}/health`)).toBe("connection lost");
    idle[0]?.destroy();
    await expect.poll(() => outcomeOf(`${url}/health`)).toBe("200 {}");
    idle[1]?.destroy();
  });
});

describe("while the database is away", async () => {
  const stores = {
    database: { url: "postgres://dvd_app:x@127.0.0.1:1/none" },
    blobs: { directory: "/nowhere" },
  };
  const gone = await createWorkerDeps(stores, log, "gone");
  closers.push(gone.close);
  const newContext = (): Omit<RequestContext, "actor"> => ({
    ...portal.deps,
    db: gone.deps.db,
    log,
    correlationId: randomUUID(),
    networks: [],
  });
  const withSession = async (): Promise<Actor | null> =>
    findViewer(gone.deps, citizen.ctx.actor.sessionId, { touch: false });

  const calls: [string, string, Edge["viewerOf"]][] = [
    ["a call with a session", "/api/trpc/cases.listOwnCases?input=%7B%7D", withSession],
    ["a live stream", "/api/live", withSession],
    ["a download", `/api/documents/${randomUUID()}/body`, withSession],
    ["a call without a session", "/api/trpc/directory.listServices?input=%7B%7D", async () => null],
  ];
  it.each(calls)("%s is told to come back, and the log says why", async (_what, path, viewerOf) => {
    const { url } = await open({}, { newContext, viewerOf });
    logLines.length = 0;
    const { outcome, headers } = await send(url + path);
    expect(outcome).toBe("503 service.unavailable");
    expect(headers["retry-after"]).toBe("5");
    const failed = logLines.filter((line) => line.includes('"request.failed"'));
    expect(failed.map((line): unknown => JSON.parse(line))).toEqual([
      expect.objectContaining({ code: "service.unavailable" }),
    ]);
  });

  it("the public interface says so too", async () => {
    const { url } = await open({}, { newContext });
    const { outcome, headers } = await send(`${url}/api/v1/services`);
    expect(outcome).toMatch(/^503 .*service\.unavailable/);
    expect(headers["retry-after"]).toBe("5");
  });
});

describe("a request from a foreign page", () => {
  it("is refused where a cookie counts, and answered to nobody in particular where it does not", async () => {
    const { url } = await open();
    const from = (site: string) => ({ headers: { "sec-fetch-site": site } });
    const path = "/api/trpc/cases.listOwnCases?input=%7B%7D";
    for (const refused of [path, "/api/live", `/api/documents/${randomUUID()}/body`])
      expect(await outcomeOf(url + refused, from("cross-site"))).toBe("403 request.foreign-origin");
    for (const site of ["same-origin", "none"]) expect(await outcomeOf(url + path, from(site))).toMatch(/^200/);
    expect(await outcomeOf(url + path)).toMatch(/^200/);

    const viewerOf = () => Promise.reject(new Error("somebody has looked at the cookie"));
    const { url: publicUrl } = await open({}, { viewerOf });
    expect(await outcomeOf(`${publicUrl}/api/v1/services`, from("cross-site"))).toMatch(/^200/);
  });
});

describe("a session", () => {
  it("is prolonged by what changes something, and by no reading", async () => {
    const touched: boolean[] = [];
    const viewerOf: Edge["viewerOf"] = async (_, { touch }) => {
      touched.push(touch);
      return citizen.ctx.actor;
    };
    const { url } = await open({}, { viewerOf });
    const reading = `${url}/api/trpc/sessions.getSession`;
    for (const method of ["GET", "HEAD"]) await send(reading, { method });
    await send(`${url}/api/live`);
    expect(touched).toEqual([false, false, false]);
    const headers = { origin: "https://portal.test", "content-type": "application/json" };
    await send(`${url}/api/trpc/sessions.extendSession`, post(Buffer.from("{}"), headers));
    expect(touched).toEqual([false, false, false, true]);
  });
});

describe("a request beside the procedures", () => {
  const keys: string[] = [];
  const limiter: RateLimiter = {
    async hit(key) {
      keys.push(key);
      return { allowed: false, retryAfterMs: 7_000 };
    },
  };
  const newContext = () => ({
    ...portal.deps,
    limiter,
    log,
    correlationId: randomUUID(),
    networks: [{ name: "somewhere", factor: 1 }],
  });

  it.each([
    ["POST", "/api/auth/signin/citizen", "login"],
    ["GET", "/api/auth/callback/citizen?code=x", "login"],
    ["GET", "/api/auth/csrf", "open"],
    ["GET", "/api/auth/nothing", "open"],
    ["POST", "/api/auth/signout", "logout"],
    ["POST", "/api/auth/backchannel/official", "logout"],
    ["GET", "/api/viewer", "open"],
    ["GET", "/.well-known/security.txt", "open"],
    ["GET", "/api/auth/end/citizen", "open"],
    ["GET", "/api/directory/de.json", "open"],
  ])("%s %s counts on the address it comes from, and is told when to come back", async (method, path, budget) => {
    keys.length = 0;
    const { url } = await open({}, { newContext });
    const { outcome, headers } = await send(url + path, { method });
    expect(outcome).toBe("429 request.too-many");
    expect(headers["retry-after"]).toBe("7");
    expect(keys).toEqual([`rate_limit:{somewhere}:${budget}`]);
  });

  it("counts nothing for a page: pages are counted in front of us", async () => {
    keys.length = 0;
    const { url } = await open({}, { newContext });
    expect(await outcomeOf(`${url}/anmelden`)).toBe("200 0");
    expect(keys).toEqual([]);
  });
});
