import type { IncomingHttpHeaders } from "node:http";
import { anId } from "@dvd/api/testing/sealing";
import { afterAll, describe, expect, it } from "vitest";
import { outcomeOf, post, say, send } from "./testing/client.ts";
import { openEdge } from "./testing/edge.ts";

const edge = await openEdge();
const { url } = await edge.open();
afterAll(() => edge.close());

const origin = "https://portal.test";
/** The status of a request that is written by hand. */
const statusOf = async (target: string, ...lines: string[]) => {
  const answer = await say(url, [`GET ${target} HTTP/1.1`, ...lines, "connection: close", "", ""].join("\r\n"));
  return Number(answer.split(" ")[1]);
};
const host = "host: portal.test";
const call = (text: string, headers = {}) =>
  post(Buffer.from(text), { origin, "content-type": "application/json", ...headers });

describe("the host", () => {
  it("is the one of the settings, whoever asks for what", async () => {
    for (const path of ["/", "/anmelden", "/api/auth/csrf", "/api/v1/services", "/api/live", "/_next/static/a.js"]) {
      expect(await statusOf(path, host), path).toBe(200);
      for (const other of ["evil.example", "portal.test.evil.example", "evil.example:443", "127.0.0.1", ""])
        expect(await statusOf(path, `host: ${other}`), `${path} ${other}`).toBe(400);
    }
    expect(await statusOf("/", "HOST: Portal.Test")).toBe(200);
  });

  it("is named once", async () => {
    expect(await statusOf("/", host, host)).toBe(400);
    expect(await statusOf("/", host, "host: evil.example")).toBe(400);
  });

  it("does not matter to health checks, which come from machines that know the address only", async () => {
    expect(await statusOf("/healthz/live", "host: 10.0.0.7:3000")).toBe(200);
  });

  it("stands nowhere else: not in the target, and not in what a proxy is said to have seen", async () => {
    for (const target of ["http://evil.example/", "http://portal.test/", "//evil.example/", "/\\evil.example", "*"])
      expect(await statusOf(target, host), target).toBe(400);
    for (const dots of [".", "..", "%2e", ".%2E"])
      expect(await statusOf(`/api/auth/${dots}/signin/citizen`, host), dots).toBe(400);
    expect(await statusOf("/anmelden?a=/../b", host)).toBe(200);
    const seen: IncomingHttpHeaders[] = [];
    const { url: asked } = await edge.open(
      {},
      {
        pages: ({ headers }, response) => {
          seen.push({ ...headers });
          response.end();
        },
      },
    );
    const claims = {
      forwarded: "host=evil.example;proto=http",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "http",
      "x-forwarded-port": "81",
      "x-original-url": "/amt",
      "x-rewrite-url": "/amt",
      "x-http-method-override": "DELETE",
      "x-middleware-subrequest": "src/proxy:src/proxy",
    };
    await send(asked, { headers: { ...claims, "accept-language": "de" } });
    expect(seen).toEqual([
      { host: "portal.test", connection: "keep-alive", "accept-language": "de", "x-forwarded-proto": "https" },
    ]);
  });
});

describe("a request", () => {
  it("asks, sends a form or uploads, and does nothing else", async () => {
    const answers = async (path: string, method: string) =>
      outcomeOf(url + path, { method, headers: { "content-length": 0, origin } });
    for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
      for (const path of ["/anmelden", "/api/auth/csrf", "/api/trpc/sessions.extendSession"])
        expect(await answers(path, method), `${method} ${path}`).toBe("404 request.unknown-path");
    for (const method of ["GET", "POST"]) expect(await answers("/anmelden", method)).toBe("200 0");
    expect(await answers("/_next/static/chunks/a.js", "GET")).toBe("200 0");
    expect(await answers("/_next/static/chunks/a.js", "POST")).toBe("404 request.unknown-path");
  });

  it("has so many headers, cookies and words after the question mark, and no more", async () => {
    // Host and connection are two of them.
    const others = (count: number) => Array.from({ length: count - 2 }, (_, at) => `x-${at}: 1`);
    expect(await statusOf("/", host, ...others(64))).toBe(200);
    expect(await statusOf("/", host, ...others(65))).toBe(413);
    expect(await statusOf("/", host, `cookie: ${"c".repeat(8_192)}`)).toBe(200);
    expect(await statusOf("/", host, `cookie: ${"c".repeat(8_193)}`)).toBe(413);
    expect(await statusOf(`/?${"q".repeat(8_191)}`, host)).toBe(200);
    expect(await statusOf(`/?${"q".repeat(8_192)}`, host)).toBe(413);
  });

  it("comes as it is: nothing is unpacked", async () => {
    for (const path of ["/anmelden", "/api/auth/csrf", "/api/trpc/sessions.extendSession"])
      expect(await outcomeOf(url + path, call("{}", { "content-encoding": "gzip" }))).toBe("400 request.invalid");
  });

  it("has parts in the forms of pages only", async () => {
    const parts = { "content-type": "multipart/form-data; boundary=x" };
    expect(await outcomeOf(`${url}/anmelden`, call("--x--", parts))).toBe("200 5");
    for (const path of ["/api/auth/csrf", "/api/trpc/sessions.extendSession", `/api/uploads/${anId()}/parts/0`])
      expect(await outcomeOf(url + path, call("--x--", parts))).toBe("400 request.invalid");
  });
});

describe("JSON", () => {
  const deep = (depth: number) => `{"a":${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}}`;
  const ask = (input: string) => `${url}/api/trpc/cases.listOwnCases?input=${encodeURIComponent(input)}`;

  it("that is deeper or longer than any contract is not read, in the body nor in the address", async () => {
    const path = `${url}/api/trpc/sessions.extendSession`;
    expect(await outcomeOf(path, call("{}"))).toMatch(/^200 /);
    expect(await outcomeOf(path, call(deep(16)))).toBe("400 request.invalid");
    expect(await outcomeOf(path, call(deep(17)))).toBe("413 request.too-large");
    expect(await outcomeOf(path, call("[".repeat(500_000)))).toBe("413 request.too-large");
    expect(await outcomeOf(path, call(`[${"0,".repeat(200_000)}0]`))).toBe("413 request.too-large");
    expect(await outcomeOf(ask("{}"))).toMatch(/^200 /);
    expect(await outcomeOf(ask(deep(16)))).toBe("400 request.invalid");
    expect(await outcomeOf(ask(deep(17)))).toBe("413 request.too-large");
    expect(await outcomeOf(`${url}/api/v1/services?x=${"[".repeat(17)}`)).toBe("413 request.too-large");
    expect(await outcomeOf(`${url}/api/v1/services?x?&x=${"[".repeat(17)}`)).toBe("413 request.too-large");
  });

  const poisons = [
    '{"__proto__":{"polluted":1}}',
    '{"\\u005f_proto__":{"polluted":1}}',
    '{"constructor":{"prototype":{"polluted":1}}}',
    '{"postalCode":"05123","__proto__":{"polluted":1,"isAdmin":true}}',
    '{"0":{"__proto__":{"polluted":1}},"__proto__":{"polluted":1}}',
  ];
  it.each(poisons)("cannot change what every object is: %s", async (poison) => {
    const procedures = ["sessions.extendSession", "deviceLinks.closeLink", "cases.openDraft", "accounts.createAccount"];
    for (const procedure of procedures) {
      expect(await outcomeOf(`${url}/api/trpc/${procedure}`, call(poison))).not.toMatch(/^5/);
      await outcomeOf(`${url}/api/trpc/${procedure}?batch=1`, call(poison));
    }
    await outcomeOf(ask(poison));
    await outcomeOf(
      `${url}/api/trpc/cases.listOwnCases,cases.listOwnCases?batch=1&input=${encodeURIComponent(poison)}`,
    );
    for (const query of ["__proto__[polluted]=1", "constructor[prototype][polluted]=1", "__proto__=1&polluted=1"])
      await outcomeOf(`${url}/api/v1/office?${query}`);
    expect(Reflect.get({}, "polluted")).toBe(undefined);
    expect(Reflect.get({}, "isAdmin")).toBe(undefined);
  });
});
