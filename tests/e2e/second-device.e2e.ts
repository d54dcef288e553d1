import { type Browser, expect, type Page, test } from "@playwright/test";
import { countRows } from "../canary/rows.ts";
import { createSearch } from "../canary/search.ts";
import { expectAccessible } from "./accessible.ts";
import { makePdf } from "./pdf.ts";
import { citizenAtPhone, type Person, signIn } from "./people.ts";
import { portal } from "./portal.ts";
import { prepareDocument } from "./sending.ts";

/**
 * A device without the key asks one that has it. By a citizen of its own: with all the other ways back it would be more
 * than one person may write in a minute.
 */
test.describe.configure({ mode: "serial" });

const name = "Oda Linde";
let first: Person;
/** What the second device has shown. */
let code = "";

test.afterAll(() => first?.context.close());

const expectOwnCase = (page: Page) =>
  expect(page.getByRole("list", { name: "Vorgangsliste" }).getByRole("listitem")).toHaveCount(1);

/** The first word becomes another one that could be right. */
const otherWords = (known: string) => (known.startsWith("ba") ? `bo${known.slice(2)}` : `ba${known.slice(2)}`);

/** On a browser without a key. Returns the words that it shows. */
async function askFor(page: Page) {
  await page.getByRole("button", { name: "Anderes Gerät verwenden" }).click();
  const shown = page.getByRole("list", { name: "Wörter für das andere Gerät" }).getByRole("listitem");
  await expect(shown).toHaveCount(7);
  return (await shown.allInnerTexts()).map((text) => text.split(/\s+/).at(-1)).join(" ");
}

const freshBrowser = (browser: Browser) => citizenAtPhone(browser, name, "/vorgaenge");

test("a citizen has a key on the device from which they sent", async ({ browser }) => {
  first = await citizenAtPhone(browser, name, "/senden/wohngeld");
  const { page } = first;
  await prepareDocument(page, makePdf("Nachweis"));
  await page.getByRole("button", { name: "Jetzt verschlüsselt abschicken" }).click();
  await expect(page.getByRole("heading", { name: /^Abgeschickt am .+ Uhr$/ })).toBeVisible();
});

test("a second device gets the key after both show the same words, and after nothing else", async ({ browser }) => {
  const fresh = await freshBrowser(browser);
  await expect(fresh.page.getByRole("heading", { name: "Auf diesem Gerät fehlt der Schlüssel." })).toBeVisible();
  code = await askFor(fresh.page);
  await expect(fresh.page.getByRole("img", { name: /^Bild zum Scannen/ })).toBeVisible();
  await expectAccessible(fresh.page);

  const { page } = first;
  await signIn(page, "citizen", name, "/konto");
  await page.getByRole("link", { name: "Neues Gerät freigeben" }).click();
  await page.waitForURL("**/konto/geraet");
  const enter = async (typed: string) => {
    await page.getByLabel("Wörter vom neuen Gerät").fill(typed);
    await page.getByRole("button", { name: "Weiter" }).click();
  };
  await enter(otherWords(code));
  await expect(page.getByText("Diese Wörter gehören nicht zu dem Gerät, das gerade fragt.").first()).toBeVisible();
  await expectAccessible(page);
  await enter(code);
  await expect(page.getByRole("heading", { name: "Stimmen die Wörter auf beiden Geräten überein?" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Ja, Gerät freigeben" }).click();
  await expect(page.getByText("Freigegeben.").first()).toBeVisible();
  await expectAccessible(page);
  await expectOwnCase(fresh.page);
  await expect.poll(() => countRows(portal().adminUrl, "device_links", "true")).toBe(0);

  // The words were good for once.
  await page.goto("/konto/geraet");
  await enter(code);
  await expect(page.getByText("Gerade fragt kein Gerät nach Ihrem Schlüssel.").first()).toBeVisible();
  await fresh.context.close();
});

test("a scanned address brings the words, and whoever says no releases nothing", async ({ browser }) => {
  const fresh = await freshBrowser(browser);
  const letters = (await askFor(fresh.page)).replaceAll(" ", "");

  const { page } = first;
  await signIn(page, "citizen", name, "/konto");
  await page.goto(`/konto/geraet#${letters}`);
  await page.getByRole("button", { name: "Weiter" }).click();
  await expect(page.getByRole("heading", { name: "Stimmen die Wörter auf beiden Geräten überein?" })).toBeVisible();
  expect(page.url()).not.toContain(letters);
  await page.getByRole("button", { name: "Nein, nichts freigeben" }).click();
  await expect(page.getByText("Es wurde nichts freigegeben.").first()).toBeVisible();
  await expect(
    fresh.page.getByText("Die Zeit ist abgelaufen, oder ein anderes Gerät hat danach gefragt.").first(),
  ).toBeVisible();
  await expectAccessible(fresh.page);
  await fresh.context.close();
});

test("traffic, database, blobs and logs hold none of the words that the device has shown", async () => {
  const { dataDir, adminUrl, trafficFile } = portal();
  const search = createSearch([code, code.replaceAll(" ", "")]);
  expect(code).not.toBe("");
  expect(await search.inFile(trafficFile)).toEqual([]);
  expect(await search.inDatabase(adminUrl)).toEqual([]);
  expect(await search.inFolder(dataDir)).toEqual([]);
});
