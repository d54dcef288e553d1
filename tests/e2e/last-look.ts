import { createReadStream, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "@playwright/test";
import { encodingsOf } from "../canary/encodings.ts";
import { asAdmin } from "../canary/rows.ts";
import { createSearch } from "../canary/search.ts";
import { portal } from "./portal.ts";
import { isMistake, notePrinted, printedFile, readPrinted } from "./printed.ts";
import { readTyped } from "./typed.ts";

/**
 * After all stories: nothing of what they typed, attached, were given or are known by stands in any log of web, worker, witness
 * and Postgres, in the numbers that the worker gives out, or in the console of a browser. Their refusals and failures have been
 * logged by then, too.
 */
test("no log and no console holds what was typed, a file name, a reference, a login, a key or a token", async () => {
  test.setTimeout(300_000);
  const { logsDir, workerUrl } = portal();
  const canaries = { typed: readTyped(), ...(await fromRows()), tokens: await fromTraffic(), keys: fromFiles() };
  for (const kind of ["sessions", "keys"] as const) expect(canaries[kind], kind).not.toEqual([]);

  const numbers = path.join(logsDir, "metrics.txt");
  writeFileSync(numbers, await (await fetch(`${workerUrl}/metrics`)).text());
  const search = createSearch(Object.values(canaries).flat());
  const look = () => search.inFolder(logsDir, (file) => file.endsWith("build.log"));
  expect(await look()).toEqual([]);

  // A search that has never found anything proves nothing: one of each kind, each in another form.
  const planted = path.join(logsDir, "planted.log");
  for (const [kind, texts] of Object.entries(canaries))
    for (const [text = ""] of texts.length > 0 ? [texts] : [])
      for (const [form, bytes] of encodingsOf(text)) {
        writeFileSync(planted, Buffer.concat([Buffer.from('{"event":"'), bytes, Buffer.from('"}\n')]));
        expect(await search.inFile(planted), `${kind} as ${form}`).not.toEqual([]);
      }
  rmSync(planted);
});

test("no page has failed or printed an error, but for what the browser says of the network", async ({ browser }) => {
  const printed = readPrinted();
  expect(printed.some(({ type }) => type === "opened")).toBe(true);
  expect(printed.filter(isMistake)).toEqual([]);

  // As a mistake would do it: a text of the page, an error that nobody catches, and what the policy forbids.
  const context = await browser.newContext();
  notePrinted(context);
  const page = await context.newPage();
  await page.goto(portal().publicUrl);
  await page.evaluate((text) => {
    console.info("drawn", { title: text });
    setTimeout(() => {
      throw new Error(text);
    });
    document.body.append(Object.assign(document.createElement("img"), { src: "https://elsewhere.invalid/a.png" }));
  }, "Anhörung am Hafen");
  const mistakes = () => readPrinted().filter(isMistake);
  await expect
    .poll(() =>
      mistakes()
        .map(({ type }) => type)
        .toSorted(),
    )
    .toEqual(["error", "weberror"]);
  const search = createSearch(["Anhörung am Hafen"]);
  expect(await search.inFile(printedFile())).not.toEqual([]);
  await context.close();
});

/** What only the database knows in the clear: how people call a case, and what is as good as a login. */
const fromRows = () =>
  asAdmin(portal().adminUrl, async (sql) => {
    const references = await sql<{ text: string }[]>`select reference as text from cases where reference is not null`;
    const sessions = await sql<{ text: string }[]>`select id::text as text from sessions`;
    const people = await sql<{ text: string }[]>`
      select encode(subject_hash, 'hex') as text from citizens where subject_hash is not null
      union all select encode(subject_hash, 'hex') from officials`;
    const texts = (rows: readonly { text: string }[]) => rows.map(({ text }) => text);
    return {
      references: texts(references).flatMap((reference) => [reference, reference.replaceAll("-", "")]),
      sessions: texts(sessions),
      people: texts(people),
    };
  });

/** Cookies, codes of logins, proofs and keys of requests, as they went over the wire. */
async function fromTraffic(): Promise<string[]> {
  const token =
    /(?:dvd-session=|dvd-login[\w-]*=|[?&]code=|[?&]state=|"dvd-proof","|"idempotency-key",")([\w.~%-]{20,})/gi;
  const found = new Set<string>();
  // Bodies of documents are long lines without a header in them.
  for await (const line of createInterface({ input: createReadStream(portal().trafficFile, "latin1") }))
    if (line.length < 20_000) for (const [, value = ""] of line.matchAll(token)) found.add(value.slice(0, 60));
  return [...found];
}

/** The secrets of the processes, and the recovery keys of the demo. */
function fromFiles(): string[] {
  const { dataDir } = portal();
  // Written by our own start: a name and a text each.
  const secrets = JSON.parse(readFileSync(path.join(dataDir, "secrets.json"), "utf8")) as Record<string, string>;
  const papers = readdirSync(path.join(dataDir, "demo")).map((file) =>
    readFileSync(path.join(dataDir, "demo", file), "utf8"),
  );
  const lines = [...Object.values(secrets), ...papers].flatMap((text) => text.split("\n"));
  return lines.map((line) => line.trim()).filter((line) => line.length >= 16 && !line.startsWith("-----"));
}
