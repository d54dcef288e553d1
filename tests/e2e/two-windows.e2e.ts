import { type Browser, expect, type Page, test } from "@playwright/test";
import { countRows } from "../canary/rows.ts";
import { expectAccessible } from "./accessible.ts";
import { makePdf } from "./pdf.ts";
import { citizenAtPhone, type Person } from "./people.ts";
import { portal } from "./portal.ts";
import { expectKept, findOffice, goOn, prepareDocument } from "./sending.ts";

/** One draft in two windows that say different things: one of them is sent, and the other one says so. */
test.describe.configure({ mode: "serial" });

let citizen: Person;
test.afterAll(() => citizen?.context.close());

const received = () => countRows(portal().adminUrl, "cases", "received_at is not null");
const send = (page: Page) => page.getByRole("button", { name: "Jetzt verschlüsselt abschicken" });
const isSent = (page: Page) => page.getByRole("heading", { level: 1, name: /^Abgeschickt am/ });
const isSentElsewhere = (page: Page) =>
  page.getByRole("heading", { level: 1, name: "In einem anderen Fenster abgeschickt." });

/** A complaint, filled in and kept as a draft; and the same draft in a second window, with another time of day. */
async function openTwice(): Promise<[Page, Page]> {
  const { page: first, context } = citizen;
  await first.goto("/senden/laermbeschwerde");
  await findOffice(first);
  await first.getByLabel("Straße und Hausnummer").fill("Hafenstraße 9");
  await first.getByLabel("Ort", { exact: true }).fill("Musterfurt");
  await goOn(first);
  await first.getByLabel("Baustelle").check();
  await goOn(first);
  await first.getByLabel("Wann ist es so laut?").fill("morgens");
  await goOn(first);
  await first.getByLabel("Was genau stört Sie?").fill("Ein Presslufthammer.");
  await goOn(first);
  await first.getByLabel("Vorname").fill("Bodo");
  await first.getByLabel("Nachname").fill("Sperling");
  for (let step = 0; step < 3; step += 1) await goOn(first);
  await expect(send(first)).toBeVisible();
  await expect(first.getByText(/Verschlüsselt gespeichert auf diesem Gerät/)).toBeVisible();
  await expectKept(first);

  const second = await context.newPage();
  await second.goto("/senden/laermbeschwerde");
  await second.getByRole("button", { name: "Weitermachen: Lärm melden" }).click();
  await second.getByRole("button", { name: "Ändern: Wann ist es so laut?" }).click();
  await second.getByLabel("Wann ist es so laut?").fill("nachts");
  await goOn(second);
  await expect(send(second)).toBeVisible();
  await expectKept(second);
  return [first, second];
}

const onlyHere = (page: Page) => page.getByRole("heading", { name: "Das stand nur in diesem Fenster" });
const needs = (page: Page) => page.getByRole("heading", { name: "Das brauchen Sie" });
const documents = () => countRows(portal().adminUrl, "documents", "true");

/** Nobody twice: both stories are more than one person may write in a minute. */
async function hasSentBefore(browser: Browser, name: string) {
  citizen = await citizenAtPhone(browser, name, "/senden/wohngeld");
  const { page } = citizen;
  await prepareDocument(page, makePdf("Nachweis"));
  await send(page).click();
  await expect(isSent(page)).toBeVisible();
}

test("two windows that send at the same moment send what one of them says, and the other learns it", async ({
  browser,
}) => {
  await hasSentBefore(browser, "Bodo Sperling");
  const [first, second] = await openTwice();
  const before = [await received(), await documents()];
  await Promise.all([send(first).click(), send(second).click()]);
  await expect(isSent(first)).toBeVisible();
  await expect(isSent(second).or(isSentElsewhere(second))).toBeVisible();
  await expect(onlyHere(first)).toHaveCount(0);
  await expect(onlyHere(second)).toBeVisible();
  await expect(second.getByRole("main").getByText("nachts", { exact: true })).toBeVisible();
  await expectAccessible(second);
  // One case, and in it one form as it was filled in: not those of both.
  expect([await received(), await documents()]).toEqual(before.map((count) => count + 1));
  await citizen.context.close();
});

test("a window that did nothing shows the case, and offers what stood only there as a message", async ({ browser }) => {
  await hasSentBefore(browser, "Runa Sperber");
  const [first, second] = await openTwice();
  await expect(needs(second)).toBeVisible();
  await send(first).click();
  await expect(isSent(first)).toBeVisible();
  await expect(isSentElsewhere(second)).toBeVisible();
  await expect(send(second)).toHaveCount(0);
  // Nothing has to be at hand any more.
  await expect(needs(second)).toHaveCount(0);
  await expectAccessible(second);
  await second.getByRole("button", { name: "Als Nachricht mitnehmen" }).click();
  await expect(second.getByRole("heading", { level: 1, name: "Lärm melden" })).toBeVisible();
  await expect(second.getByLabel("Ihre Nachricht")).toHaveValue(/Wann ist es so laut\?: nachts$/);

  // Also for who comes back to it later there is nothing left to send.
  await second.goto("/senden/laermbeschwerde");
  await expect(second.getByRole("heading", { level: 1, name: /Schritt 1 von/ })).toBeVisible();
});
