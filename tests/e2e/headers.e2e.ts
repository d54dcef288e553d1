import { readdirSync } from "node:fs";
import { request as httpRequest, type OutgoingHttpHeaders } from "node:http";
import { connect } from "node:net";
import path from "node:path";
import { type Browser, expect, test } from "@playwright/test";
import { citizenAtPhone, officialAtDesk } from "./people.ts";
import { portal } from "./portal.ts";

/**
 * What stands above every answer of the portal, pages and refusals alike, as one text that people read: headers.txt. Pages
 * are found in their folder; that every route of our own is asked for, `routes.test.ts` sees to. What https adds is held by
 * `http-server.test.ts`; this portal runs without.
 */
type Answer = { status: number; headers: [name: string, value: string][]; body: string };
type Asking = { method?: string; headers?: OutgoingHttpHeaders; body?: string };

const host = () => new URL(portal().publicUrl).host;

/** Past the recording proxy, which would put headers of its own among them. */
const ask = (address: string, { method = "GET", headers = {}, body = "" }: Asking = {}) =>
  new Promise<Answer>((resolve, reject) => {
    const { hostname, port } = new URL(portal().webUrl);
    const length = method === "GET" || method === "HEAD" ? {} : { "content-length": Buffer.byteLength(body) };
    const outgoing = httpRequest(
      { hostname, port, path: address, method, headers: { host: host(), ...length, ...headers } },
      (response) => {
        const { statusCode = 0, headersDistinct } = response;
        const found = Object.entries(headersDistinct).flatMap(([name, values = []]) =>
          values.map((value): [string, string] => [name, value]),
        );
        let text = "";
        response.on("data", (chunk: Buffer) => {
          text += chunk.toString();
          // A live stream has no end.
          if (address === "/api/live") outgoing.destroy();
        });
        response.on("close", () => resolve({ status: statusCode, headers: found, body: text }));
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });

/** For what no client would ever say. */
const say = (words: string) =>
  new Promise<Answer>((resolve) => {
    let text = "";
    const socket = connect(Number(new URL(portal().webUrl).port), "127.0.0.1", () => socket.write(words));
    socket.on("data", (chunk) => {
      text += chunk.toString();
    });
    socket.on("close", () => {
      const [head = "", body = ""] = text.split("\r\n\r\n", 2);
      const [line = "", ...lines] = head.split("\r\n");
      const headers = lines.map((header): [string, string] => {
        const at = header.indexOf(": ");
        return [header.slice(0, at).toLowerCase(), header.slice(at + 2)];
      });
      resolve({ status: Number(line.split(" ")[1]), headers, body });
    });
  });

/** Of the connection, of the clock, or of the content: other in each run. */
const passing = new Set(["connection", "content-length", "date", "keep-alive", "location", "transfer-encoding"]);
const changing = new Set(["etag", "last-modified", "link", "retry-after", "x-correlation-id"]);

/** Addresses of this run, and what is drawn anew for each answer. */
const plain = (value: string) =>
  value
    .replaceAll(portal().publicUrl, "<portal>")
    .replaceAll(encodeURIComponent(portal().publicUrl), "<portal>")
    .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, "<provider>")
    .replaceAll(/'nonce-[^']+'/g, "'nonce-…'")
    .replaceAll(/'sha256-[^']+'/g, "'sha256-…'");

function readable([name, value]: [string, string]): string[] {
  if (passing.has(name)) return [];
  if (changing.has(name)) return [`${name}: …`];
  const text = plain(value).replace(/^([\w-]+)=[^;]*/, name === "set-cookie" ? "$1=…" : "$&");
  return [`${name}: ${text.replaceAll("; ", name === "content-security-policy" ? ";\n    " : "; ")}`];
}

const app = path.resolve(import.meta.dirname, "../../apps/web/src/app");
const anId = "0192f0a1-0000-7000-8000-00000000abcd";

/** Every page, at an address that leads to it. */
const pages = readdirSync(app, { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "page.tsx")
  .map((file) => ({
    area: /^\(([a-z]+)\)/.exec(file)?.[1] ?? "",
    address: `/${path
      .dirname(file)
      .split("/")
      .filter((part) => !/^\(.+\)$/.test(part))
      .map((part) => ({ "[slug]": "wohngeld", "[id]": anId, "[code]": "case.conflict" })[part] ?? part)
      .join("/")}`,
  }))
  .toSorted((one, other) => one.address.localeCompare(other.address));

type Line = { what: string; ask: () => Promise<Answer> };
const line = (address: string, asking: Asking = {}, who = ""): Line => ({
  what: `${asking.method ?? "GET"} ${address}${who && ` (${who})`}`,
  ask: () => ask(address, asking),
});

async function cookiesOf(browser: Browser) {
  const people = {
    citizen: await citizenAtPhone(browser, "Heinke Erle", "/vorgaenge"),
    official: await officialAtDesk(browser, "Seda Demir"),
  };
  const headerOf = async ({ context }: typeof people.citizen) => {
    const cookies = await context.cookies(portal().publicUrl);
    await context.close();
    return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  };
  return { citizen: await headerOf(people.citizen), official: await headerOf(people.official) };
}

function pageLines(cookies: Record<"citizen" | "official", string>): Line[] {
  const owner = { citizen: "citizen", office: "official" } as const;
  return pages.flatMap(({ area, address }) => {
    const kind = area === "citizen" || area === "office" ? owner[area] : null;
    const signedOut = line(address, {}, kind ? "nobody" : "");
    return kind ? [signedOut, line(address, { headers: { cookie: cookies[kind] } }, kind)] : [signedOut];
  });
}

function routeLines(cookies: Record<"citizen" | "official", string>): Line[] {
  const { publicUrl } = portal();
  const [asCitizen, asOfficial] = [{ cookie: cookies.citizen }, { cookie: cookies.official }];
  const json = { origin: publicUrl, "content-type": "application/json" };
  const form = { origin: publicUrl, "content-type": "application/x-www-form-urlencoded" };
  const post = (headers: OutgoingHttpHeaders, body = "{}"): Asking => ({ method: "POST", headers, body });
  return [
    line("/health"),
    line("/healthz/live"),
    line("/healthz/ready"),
    line("/.well-known/security.txt"),
    line("/api/auth/csrf"),
    line("/api/auth/providers"),
    line("/api/auth/nope"),
    line("/api/auth/callback/citizen?code=x"),
    line("/api/auth/signin/citizen", post(form, "")),
    line("/api/auth/signin/citizen", post({ ...form, origin: "https://evil.example" }, "")),
    line("/api/auth/signout", post(form, "")),
    line("/api/auth/end/citizen"),
    line("/api/auth/backchannel/citizen", post(form, "logout_token=x")),
    line(`/api/uploads/${anId}/parts/0`, { method: "PUT", headers: json, body: "x" }, "nobody"),
    line("/api/live", {}, "nobody"),
    line("/api/live", { headers: asCitizen }, "citizen"),
    line("/api/viewer"),
    line("/api/directory/de.json"),
    line("/api/directory/xx.json"),
    line("/api/v1/openapi.json"),
    line("/api/v1/services"),
    line("/api/v1/nope"),
    line("/api/trpc/directory.listServices?input=%7B%7D"),
    line("/api/trpc/cases.listOwnCases?input=%7B%7D", {}, "nobody"),
    line("/api/trpc/cases.listOwnCases?input=%7B%7D", { headers: asCitizen }, "citizen"),
    line("/api/trpc/sessions.extendSession", post({ ...json, ...asCitizen }), "citizen"),
    line("/api/trpc/sessions.extendSession", post({ ...asCitizen, origin: "null" }), "citizen, elsewhere"),
    line("/api/trpc/cases.openDraft", post(json, `"${"x".repeat(700_000)}"`), "nobody, too much"),
    line("/api/trpc/cases.openDraft", post(json, "{"), "nobody, broken"),
    line(`/api/documents/${anId}/body`, { headers: asCitizen }, "citizen"),
    line("/api/audit/records", { headers: asOfficial }, "official"),
    line("/api/audit/records", { headers: { authorization: "Bearer x" } }, "a machine"),
    line("/api/audit/checkpoints", { headers: asOfficial }, "official"),
    line("/api/nope"),
  ];
}

async function otherLines(): Promise<Line[]> {
  const { body } = await ask("/");
  const found = (pattern: RegExp, text: string) => {
    const [, address] = pattern.exec(text) ?? [];
    if (!address) throw new Error(`the page names nothing like ${pattern.source}`);
    return address;
  };
  const script = found(/"(\/_next\/static\/[^"\\]+\.js)/, body);
  const style = found(/"(\/_next\/static\/[^"\\]+\.css)/, body);
  const font = new URL(found(/url\(["']?([^"')]+\.woff2)/, (await ask(style)).body), `http://x${style}`).pathname;
  const file = (address: string, asking: Asking = {}): Line => ({
    ...line(address, asking),
    what: `${asking.method ?? "GET"} /_next/static/…${path.extname(address)}`,
  });
  const raw = (what: string, words: string): Line => ({ what, ask: () => say(words) });
  const start = `GET / HTTP/1.1\r\nhost: ${host()}\r\n`;
  return [
    file(script),
    file(style),
    file(font),
    file(script, { method: "POST" }),
    line("/_next/static/chunks/nope.js"),
    line("/icon.svg"),
    line("/hilfe", { method: "HEAD" }),
    line("/hilfe?_rsc", { headers: { rsc: "1" } }, "as data"),
    line("/hilfe/"),
    line("/gibt-es-nicht"),
    line("/%E0%A4%A"),
    line("/hilfe", { method: "POST" }),
    line("/hilfe", { method: "POST", body: "x".repeat(20_000) }, "too much"),
    line("/hilfe", { method: "PUT" }),
    raw("no request line", "NONSENSE\r\n\r\n"),
    raw("no host", "GET / HTTP/1.1\r\n\r\n"),
    raw("more headers than anybody needs", `${start}x: ${"x".repeat(20_000)}\r\n\r\n`),
    raw("expects too much", `${start}expect: miracles\r\nconnection: close\r\n\r\n`),
    raw("wants another protocol", `${start}connection: close, upgrade\r\nupgrade: websocket\r\n\r\n`),
  ];
}

/** A citizen may write ten times a minute. */
async function tooMany(cookie: string): Promise<Answer> {
  const asking = {
    method: "POST",
    headers: { cookie, origin: portal().publicUrl, "content-type": "application/json" },
    body: JSON.stringify({ linkId: anId }),
  };
  for (let count = 0; count < 12; count += 1) {
    const answer = await ask("/api/trpc/deviceLinks.closeLink", asking);
    if (answer.status === 429) return answer;
  }
  throw new Error("nobody was told to wait");
}

test("every answer carries the headers that somebody has looked at", async ({ browser }) => {
  const cookies = await cookiesOf(browser);
  const lines = [
    ...pageLines(cookies),
    ...routeLines(cookies),
    ...(await otherLines()),
    { what: "POST /api/trpc/deviceLinks.closeLink (too often)", ask: () => tooMany(cookies.citizen) },
  ];
  const answers: { what: string; headers: string[] }[] = [];
  for (const { what, ask: send } of lines) {
    const { status, headers } = await send();
    const target = headers.find(([name]) => name === "location")?.[1] ?? "";
    answers.push({ what: `${status} ${what}${target && ` → ${plain(target)}`}`, headers: headers.flatMap(readable) });
  }
  const everywhere = answers.reduce(
    (common, { headers }) => common.filter((header) => headers.includes(header)),
    answers[0]?.headers ?? [],
  );
  const alike = Map.groupBy(answers, ({ headers }) =>
    headers
      .filter((header) => !everywhere.includes(header))
      .toSorted()
      .join("\n  "),
  );
  const blocks = [
    ["on every answer", everywhere.toSorted().join("\n  ")],
    ...Array.from(alike, ([headers, group]) => [group.map(({ what }) => what).join("\n"), headers]),
  ];
  const text = blocks.map(([answered, headers]) => `${answered}\n\n  ${headers}\n`).join("\n\n");
  expect(text.replaceAll(anId, "<id>")).toMatchSnapshot("headers.txt");
});
