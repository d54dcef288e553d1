import { readFileSync } from "node:fs";
import path from "node:path";
import { publishDirectoryHead } from "@dvd/api/founding/publish-directory-head";
import { importSigningKey } from "@dvd/crypto";
import { createDb } from "@dvd/db/client";
import { tenantIdOf } from "@dvd/db/repositories/founding";
import { expect, type Page, type Response, type Route, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { makePdf } from "./pdf.ts";
import { citizenAtPhone, type Person } from "./people.ts";
import { portal } from "./portal.ts";
import { expectKept, fillInDocument, saveRecoveryKey } from "./sending.ts";

/** The portal of this file lies to one browser about keys. Nothing may leave that browser then. */
test.describe.configure({ mode: "serial" });
let citizen: Person;
test.beforeAll(async ({ browser }) => {
  citizen = await citizenAtPhone(browser, "Ruprecht Klee", "/senden/wohngeld");
});
test.afterAll(() => citizen.context.close());

type KeysAnswer = { log: { checkpoint: string } };
/** As tRPC answers a batch of one. */
type Batch<Data> = [{ result: { data: Data } }];
const keysAddress = "**/api/trpc/directory.getKeys?*";

const lieAbout = (page: Page, change: (answer: KeysAnswer) => KeysAnswer) =>
  page.route(keysAddress, (route) => answerFalsely(route, change));

async function answerFalsely<Data>(route: Route, change: (answer: Data) => Data) {
  const response = await route.fetch();
  // The shape is our own server's; another one fails the story.
  const [{ result }] = (await response.json()) as Batch<Data>;
  // The tag of the true answer would have the page ask next time whether that one still holds.
  const { etag: _, ...headers } = response.headers();
  await route.fulfill({ response, headers, json: [{ result: { data: change(result.data) } }] });
}

/** What this browser asked the portal to keep, beside what it had to ask in order to read. */
function watchWrites(page: Page) {
  const writes: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET") writes.push(new URL(request.url()).pathname);
  });
  return writes;
}

test("a key that no witness has seen is not sealed for, and there is no way past it", async () => {
  const { page } = citizen;
  const writes = watchWrites(page);
  await lieAbout(page, (answer) => {
    const [body = "", ...lines] = answer.log.checkpoint.split("\n\u2014 ");
    return { ...answer, log: { ...answer.log, checkpoint: `${body}\n\u2014 ${lines[0]}\n` } };
  });
  await fillInDocument(page, makePdf("Nachweis"));
  await expect(page.getByText("Die Schlüssel dieser Behörde lassen sich nicht prüfen.")).toBeVisible();
  await expect(page.getByRole("button", { name: /abschicken|Schlüssel sichern/ })).toHaveCount(0);
  await expectAccessible(page);
  expect(writes).toEqual([]);
  await page.unroute(keysAddress);
  await expectKept(page);
});

test("the same browser sends as soon as the portal tells the truth", async () => {
  const { page } = citizen;
  await page.goto("/senden/wohngeld");
  // What was filled in before is still there.
  await page.getByRole("button", { name: "Weiter: Schlüssel sichern" }).click();
  await saveRecoveryKey(page);
  await page.getByLabel("Ich habe den Schlüssel gespeichert oder ausgedruckt.").check();
  await page.getByRole("button", { name: "Jetzt verschlüsselt abschicken" }).click();
  await expect(page.getByRole("heading", { name: /^Abgeschickt am .+ Uhr$/ })).toBeVisible();
});

test("a document that the portal leaves out is missed by the message that names it", async () => {
  const { page } = citizen;
  await page.route("**/api/trpc/cases.getCase?*", (route) =>
    answerFalsely(route, (answer: object) => ({ ...answer, documents: [] })),
  );
  await page.goto("/vorgaenge");
  await page.getByRole("link", { name: /Wohngeld beantragen/ }).click();
  await expect(page.getByText("Zu dieser Nachricht gehören Unterlagen, die hier fehlen: 2.")).toBeVisible();
  await expectAccessible(page);
  await page.unroute("**/api/trpc/cases.getCase?*");
  await page.reload();
  await expect(page.getByText("Bitte prüfen Sie meine Nachweise.")).toBeVisible();
  await expect(page.getByText("Zu dieser Nachricht gehören Unterlagen")).toHaveCount(0);
});

test("a log that has forgotten what this browser has seen opens nothing and gets nothing", async () => {
  const { page } = citizen;
  const answers: KeysAnswer[] = [];
  const note = async (response: Response) => {
    if (!response.url().includes("directory.getKeys")) return;
    // An answer that a reload has overtaken has no body any more; the next one has.
    const batch = (await response.json().catch(() => null)) as Batch<KeysAnswer> | null;
    if (batch) answers.push(batch[0].result.data);
  };
  page.on("response", (response) => void note(response));
  await page.goto("/vorgaenge");
  await page.getByRole("link", { name: /Wohngeld beantragen/ }).click();
  await expect(page.getByText("Bitte prüfen Sie meine Nachweise.")).toBeVisible();
  const [before] = answers;
  if (!before) throw new Error("the page asked for no keys");

  await growLog();
  await expect
    .poll(
      async () => {
        await page.reload();
        await expect(page.getByText("Bitte prüfen Sie meine Nachweise.")).toBeVisible();
        return answers.at(-1)?.log.checkpoint.split("\n")[1];
      },
      { timeout: 60_000, intervals: [3_000] },
    )
    .not.toBe(before.log.checkpoint.split("\n")[1]);

  const writes = watchWrites(page);
  await lieAbout(page, () => before);
  await page.reload();
  await expect(page.getByText("Der Schlüssel dieser Behörde ist nicht der, den Ihr Gerät kennt.")).toBeVisible();
  await expect(page.getByText("Bitte prüfen Sie meine Nachweise.")).toHaveCount(0);
  await expectAccessible(page);

  await page.goto("/senden/wohngeld");
  await fillInDocument(page, makePdf("Nachweis"));
  await expect(page.getByText("Der Schlüssel dieser Stelle hat sich unerwartet geändert.")).toBeVisible();
  expect(writes).toEqual([]);
});

/** What an authority does every day: it says anew which of its statements count. */
async function growLog() {
  const { dataDir, adminUrl } = portal();
  const { db, close } = createDb(adminUrl, { applicationName: "lying-server", max: 1 });
  try {
    const clock = {
      now: () => new Date(),
      randomBytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
    };
    const key = readFileSync(path.join(dataDir, "authority-musterfurt/operational-key.pk8"));
    await publishDirectoryHead({ ...clock, db }, await tenantIdOf(db, "musterfurt"), await importSigningKey(key));
  } finally {
    await close();
  }
}
