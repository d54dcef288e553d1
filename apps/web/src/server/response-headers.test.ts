import type { IncomingHttpHeaders } from "node:http";
import { connect } from "node:net";
import { afterAll, describe, expect, it } from "vitest";
import type { Edge } from "./http-server.ts";
import { say, send } from "./testing/client.ts";
import { openEdge } from "./testing/edge.ts";

const edge = await openEdge();
const { open } = edge;
afterAll(() => edge.close());

const head = "GET /health HTTP/1.1\r\nhost: portal.test\r\n";

describe("an answer", () => {
  const promised = [
    "content-security-policy: default-src 'none'; frame-ancestors 'none'",
    "x-content-type-options: nosniff",
    "referrer-policy: no-referrer",
    "cross-origin-opener-policy: same-origin",
    "cross-origin-resource-policy: same-origin",
    "permissions-policy: accelerometer=(), ",
    "cache-control: no-store",
    "strict-transport-security: max-age=",
  ];
  const missingIn = (text: string) => promised.filter((header) => !text.toLowerCase().includes(header));
  const linesOf = (headers: IncomingHttpHeaders) =>
    Object.entries(headers)
      .map(([name, value]) => `${name}: ${String(value)}`)
      .join("\n");

  it.each(["/health", "/api/nope", "/api/auth/csrf", "/api/v1/services", "/api/live", "/anmelden"])(
    "under %s may be kept and shown nowhere, and binds browsers to https",
    async (path) => {
      const { url } = await open();
      expect(missingIn(linesOf((await send(url + path)).headers))).toEqual([]);
    },
  );

  it("says so as well when a page breaks", async () => {
    const { url } = await open({}, { pages: () => Promise.reject(new Error("broken")) });
    const { outcome, headers } = await send(`${url}/anmelden`);
    expect(outcome).toBe("500 internal");
    expect(missingIn(linesOf(headers))).toEqual([]);
  });

  it("says nothing of https while the portal has none", async () => {
    const { url } = await open({}, { publicOrigin: "http://127.0.0.1:3000" });
    expect((await send(`${url}/health`)).headers["strict-transport-security"]).toBe(undefined);
    expect(await say(url, "nonsense\r\n\r\n")).not.toContain("strict-transport-security");
  });

  it("leaves to Next what may be kept of built files, and of nothing else below them", async () => {
    const { url } = await open();
    expect((await send(`${url}/_next/static/chunks/a.js`)).headers["cache-control"]).toBe(undefined);
    const refused = await send(`${url}/_next/static/chunks/a.js`, { method: "POST" });
    expect(refused.headers["cache-control"]).toBe("no-store");
    expect((await send(`${url}/_next/data`)).headers["cache-control"]).toBe("no-store");
  });

  const broken: [what: string, status: number, words: string][] = [
    ["no request line", 400, "NONSENSE-OF-SOMEBODY\r\n\r\n"],
    ["a request without a host", 400, "GET / HTTP/1.1\r\n\r\n"],
    ["a header without a colon", 400, `${head}NONSENSE-OF-SOMEBODY\r\n\r\n`],
    ["more headers than anybody needs", 431, `${head}x: ${"NONSENSE-OF-SOMEBODY".repeat(1_000)}\r\n\r\n`],
    ["two lengths", 400, `${head}content-length: 5\r\ncontent-length: 6\r\n\r\nGET /`],
    ["a length and chunks", 400, `${head}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`],
    ["headers that do not come to an end", 408, `${head}x: `],
  ];
  it.each(broken)("to %s is %i, and repeats nothing of it", async (_what, status, words) => {
    const { url } = await open({ headersMs: 300 });
    const answer = await say(url, words);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).not.toContain("NONSENSE");
    expect(answer.split("HTTP/1.1")).toHaveLength(2);
    expect(missingIn(answer)).toEqual([]);
  });

  it("that is under way is not mixed with another one", async () => {
    const live: Edge["live"] = async (_ctx, _request, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write("begun");
    };
    const { url } = await open({}, { live });
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    const closed = new Promise((resolve) => socket.once("close", resolve));
    let received = "";
    socket.on("error", () => undefined).on("data", (chunk) => (received += chunk.toString()));
    socket.write("GET /api/live HTTP/1.1\r\nhost: portal.test\r\n\r\n");
    await expect.poll(() => received).toContain("begun");
    socket.write("NONSENSE\r\n\r\n");
    await closed;
    expect(received.split("HTTP/1.1")).toHaveLength(2);
  });

  it("comes to a request that expects too much, or wants another protocol, as to any other", async () => {
    const { url } = await open();
    const refused = await say(url, `${head}expect: miracles\r\nconnection: close\r\n\r\n`);
    expect(refused).toMatch(/^HTTP\/1.1 417 /);
    expect(missingIn(refused)).toEqual([]);
    const plain = await say(url, `${head}connection: close, upgrade\r\nupgrade: websocket\r\n\r\n`);
    expect(plain).toMatch(/^HTTP\/1.1 200 /);
    expect(missingIn(plain)).toEqual([]);
  });
});
