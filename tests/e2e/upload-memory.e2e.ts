import { expect, test } from "@playwright/test";
import { portal } from "./portal.ts";
import { memoryOf } from "./process-table.ts";
import { makeKeys, openDraft, sendDocument, signInRaw } from "./raw-client.ts";

const megabyte = 1_048_576;

/**
 * Four parts are under way at a time: a server that gathered parts would grow by 32 MB, one that gathered the document
 * by 500. What is allowed is the garbage that a collector leaves lying about.
 */
const allowedGrowth = 96;

test("a document of 500 MB flows through the server without growing it", async () => {
  test.setTimeout(240_000);
  const { webPid, ...addresses } = portal();
  const client = await signInRaw(addresses, "citizen", "citizen-1074");
  const keys = await makeKeys(client);
  const draft = await openDraft(client, keys);

  await sendDocument(client, keys, draft, 48 * megabyte);
  const before = memoryOf(webPid).now;
  let highest = before;
  await sendDocument(client, keys, draft, 500 * megabyte, () => {
    highest = Math.max(highest, memoryOf(webPid).now);
  });

  test
    .info()
    .annotations.push({ type: "memory", description: `${before.toFixed(0)} MB, highest ${highest.toFixed(0)} MB` });
  expect(highest - before).toBeLessThan(allowedGrowth);
});
