import { randomUUID } from "node:crypto";
import {
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from "node:http";
import { connect } from "node:net";
import type { RequestContext } from "@dvd/api/context";
import { createWorkerDeps } from "@dvd/api/deps";
import { findViewer } from "@dvd/api/sessions/find-viewer";
import { openPortal } from "@dvd/api/testing/portal";
import type { RateLimiter } from "@dvd/api/adapters/rate-limit/rate-limiter";
import { openCase, sealFile, start } from "@dvd/api/testing/sealing";
import { listen } from "@dvd/api/testing/serve";
import { createLogger } from "@dvd/config/log";
import type { Actor } from "@dvd/domain/actor";
import { afterAll, describe, expect, it } from "vitest";
import { createHttpServer, type EdgeLimits, type Routes } from "./http-server.ts";

const portal = await openPortal();
const citizen = await portal.citizen();
const logLines: string[] = [];
const log = createLogger({ level: "info", service: "web", destination: { write: (line) => logLines.push(line) } });
const closers: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closers) await close();
  await portal.close();
});

const patient: EdgeLimits = {
  connections: 100,
  page: { bytes: 16_384, ms: 60_000 },
  json: { bytes: 600_000, ms: 60_000 },
  partMs: 60_000,
  silenceMs: 60_000,
  unreadMs: 60_000,
};

const echo = async (request: IncomingMessage, response: ServerResponse) => {
  let bytes = 0;
  for await (const chunk of request) bytes += Buffer.from(chunk).length;
  response.end(String(bytes));
};

/** The server as the process runs it; pages and the login are an echo of how much came in. */
async function open(limits: Partial<EdgeLimits> = {}, routes: Partial<Routes> = {}) {
  const server = createHttpServer(
    {
      newContext: () => ({ ...portal.deps, log, correlationId: randomUUID(), networks: [] }),
      viewerOf: async () => citizen.ctx.actor,
      live: async (_, __, response) => void response.end("live"),
      health: async (_, response) => {
        response.end("{}");
        return true;
      },
      auth: (_, request, response) => echo(request, response),
      pages: echo,
      publicOrigin: "https://portal.test",
      ...routes,
    },
    { ...patient, ...limits },
  );
  const opened = await listen(server);
  closers.push(opened.close);
  return { ...opened, server };
}

type Sending = { method?: string; headers?: OutgoingHttpHeaders; body?: Buffer; piece?: number; everyMs?: number };
type Answer = { outcome: string; headers: IncomingHttpHeaders };

/** What came back, in one word or two; a body goes out piece by piece when it is said how. */
const send = (url: string, { method = "GET", headers = {}, body, piece, everyMs = 20 }: Sending = {}) =>
  new Promise<Answer>((resolve) => {
    const outgoing = httpRequest(url, { method, headers }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.on("end", () => {
        const code = /"code":"([\w.-]+)"/.exec(text)?.[1] ?? text;
        resolve({ outcome: `${response.statusCode} ${code}`, headers: response.headers });
      });
      response.on("error", () => resolve({ outcome: "connection lost", headers: {} }));
    });
    outgoing.on("error", () => resolve({ outcome: "connection lost", headers: {} }));
    if (!piece || !body) {
      outgoing.end(body);
      return;
    }
    let sent = 0;
    const timer = setInterval(() => {
      outgoing.write(body.subarray(sent, sent + piece));
      sent += piece;
      if (sent < body.length) return;
      clearInterval(timer);
      outgoing.end();
    }, everyMs);
    outgoing.on("close", () => clearInterval(timer));
  });

const outcomeOf = async (url: string, sending?: Sending) => (await send(url, sending)).outcome;
const post = (body: Buffer, headers: OutgoingHttpHeaders = {}): Sending => ({
  method: "POST",
  headers: { "content-length": body.length, ...headers },
  body,
});

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
    const pages: Routes["pages"] = async (_, response) => {
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
    const pages: Routes["pages"] = (_, response) => void response.end(Buffer.alloc(64 * 1024 * 1024));
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

  const calls: [string, string, Routes["viewerOf"]][] = [
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

describe("an answer", () => {
  it.each(["/health", "/api/nope", "/api/auth/csrf", "/api/v1/services"])(
    "under %s may be shown nowhere, and binds browsers to https",
    async (path) => {
      const { url } = await open();
      const { headers } = await send(url + path);
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
      expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["strict-transport-security"]).toContain("max-age=");
    },
  );

  it("says nothing of https while the portal has none", async () => {
    const { url } = await open({}, { publicOrigin: "http://127.0.0.1:3000" });
    expect((await send(`${url}/health`)).headers["strict-transport-security"]).toBe(undefined);
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
