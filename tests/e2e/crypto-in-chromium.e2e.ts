import vm from "node:vm";
import { expect, type Page, test } from "@playwright/test";
import { bundleChecks, readVectorFiles } from "../browser/bundle-checks.ts";
import type { Result } from "../browser/vitest-in-page.ts";

/** Where the product seals: in a worker made from a string, in a secure context. */
async function runInChromium(page: Page, source: string): Promise<Result[]> {
  await page.route("https://checks.test/**", (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html>" }),
  );
  await page.goto("https://checks.test/");
  return page.evaluate(
    (script) =>
      new Promise<Result[]>((resolve, reject) => {
        const worker = new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
        worker.onmessage = ({ data }: MessageEvent<Result[]>) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
      }),
    `${source}; runChecks().then(postMessage);`,
  );
}

/** The very same script, in this process. */
const runInNode = (source: string): Promise<Result[]> => vm.runInThisContext(`${source}; globalThis.runChecks()`);

/** Which test reads which file of vectors. */
const readers = {
  "psc1.json": "vectors.test.ts",
  "grants.json": "vectors.test.ts",
  "keys.json": "vectors.test.ts",
  "statements.json": "vectors.test.ts",
  "signatures.json": "primitives.test.ts",
  "slots.json": "slot-vectors.test.ts",
  "drafts.json": "keys/draft.test.ts",
  "log.json": "log/vectors.test.ts",
  "pscf.json": "container/file-form.test.ts",
  "receipts.json": "container/receipt-evidence.test.ts",
  "attestations.json": "statement/attestation.test.ts",
  "mandates.json": "statement/mandate.test.ts",
} as const satisfies Record<string, string>;
const behaviourTests = ["container/header.test.ts", "container/padding.test.ts", "keys/signing.test.ts"];
const failed = (results: readonly Result[]) => results.filter(({ error }) => error !== null);

test("every published vector comes out in Chromium as in Node, and none is left out", async ({ page }) => {
  const files = readVectorFiles();
  expect(Object.keys(files).toSorted()).toEqual(Object.keys(readers).toSorted());
  const source = await bundleChecks([...new Set(Object.values(readers))]);
  const results = await runInChromium(page, source);
  expect(failed(results)).toEqual([]);
  expect(results).toEqual(await runInNode(source));
  expect(results.filter(({ isRow }) => isRow).length).toBeGreaterThan(400);
});

test("headers, padding and signatures behave in Chromium as in Node", async ({ page }) => {
  const source = await bundleChecks(behaviourTests);
  const results = await runInChromium(page, source);
  expect(failed(results)).toEqual([]);
  expect(results).toEqual(await runInNode(source));
});

test("vectors that were changed are found, in every file of them", async ({ page }) => {
  const files = readVectorFiles();
  for (const [name, reader] of Object.entries(readers)) {
    const changed = files[name]?.replaceAll(/"[0-9a-f]{32,}"/g, changeDigit) ?? "";
    const results = await runInChromium(page, await bundleChecks([reader], { ...files, [name]: changed }));
    expect(failed(results).length, name).toBeGreaterThan(0);
  }
});

const changeDigit = (hex: string): string => `${hex.slice(0, 20)}${hex[20] === "0" ? "1" : "0"}${hex.slice(21)}`;
