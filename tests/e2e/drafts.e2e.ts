import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { makePdf } from "./pdf.ts";
import { citizenAtPhone, type Person, unlock } from "./people.ts";
import { countRows } from "../canary/rows.ts";
import { portal } from "./portal.ts";
import { expectKept, findOffice, goOn, prepareDocument } from "./sending.ts";

/** What somebody has begun outlives a reload, a closed tab and a change of device, and never goes out twice. */
test.describe.configure({ mode: "serial" });

const thies = "Thies Falke";
let phone: Person;
let desk: Person;
let recoveryKey = "";

test.afterAll(async () => {
  await phone?.context.close();
  await desk?.context.close();
});

const saved = (page: Page) => page.getByText(/Verschlüsselt gespeichert auf diesem Gerät um \d\d:\d\d Uhr/);
/** Their versions: what stands on the page about saving may still be about the letter before. */
const draftsOnDisk = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number[]>((resolve, reject) => {
        const opened = indexedDB.open("dvd-drafts");
        opened.onerror = () => reject(opened.error);
        opened.onsuccess = () => {
          const drafts: IDBRequest<{ version: number }[]> = opened.result
            .transaction("drafts")
            .objectStore("drafts")
            .getAll();
          drafts.onsuccess = () => resolve(drafts.result.map(({ version }) => version));
        };
      }),
  );

async function fillAndKeep(page: Page, label: string, value: string) {
  const changes = async () => (await draftsOnDisk(page)).reduce((sum, version) => sum + version, 0);
  const before = await changes();
  await page.getByLabel(label, { exact: true }).fill(value);
  await expect.poll(changes).toBeGreaterThan(before);
  await expectKept(page);
  await expect(saved(page)).toBeVisible();
}

test("a reload and a closed tab cost nothing", async ({ browser }) => {
  phone = await citizenAtPhone(browser, thies, "/senden/wohngeld");
  recoveryKey = await prepareDocument(phone.page, makePdf("Nachweis"));
  await phone.page.getByRole("button", { name: "Jetzt verschlüsselt abschicken" }).click();
  await expect(phone.page.getByRole("heading", { name: /^Abgeschickt am/ })).toBeVisible();
  await expect.poll(() => draftsOnDisk(phone.page)).toEqual([]);

  const { page, context } = phone;
  await page.goto("/senden/hund-anmelden");
  await findOffice(page);
  await page.getByLabel("Vorname").fill("Thies");
  await fillAndKeep(page, "Nachname", "Falke");
  await expect(page.getByText("Bei uns liegt davon noch nichts.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Nachname")).toHaveValue("Falke");
  await goOn(page);
  await fillAndKeep(page, "Straße und Hausnummer", "Hafenstraße 9");
  await page.close({ runBeforeUnload: false });

  phone.page = await context.newPage();
  await phone.page.goto("/senden/hund-anmelden");
  await expect(phone.page.getByRole("heading", { name: "Sie haben schon angefangen." })).toBeVisible();
  await expectAccessible(phone.page);
  await phone.page.getByRole("button", { name: "Weitermachen: Hund anmelden" }).click();
  await expect(phone.page.getByLabel("Straße und Hausnummer")).toHaveValue("Hafenstraße 9");
});

test("two windows with one draft do not overwrite each other", async () => {
  const { page, context } = phone;
  const other = await context.newPage();
  await other.goto("/senden/hund-anmelden");
  await other.getByRole("button", { name: "Weitermachen: Hund anmelden" }).click();
  await fillAndKeep(other, "Ort", "Anderswo");

  await page.getByLabel("Ort", { exact: true }).fill("Musterfurt");
  await expect(page.getByText("An diesem Entwurf wurde woanders weitergeschrieben.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Mit dem, was hier steht" }).click();
  await expect(saved(page)).toBeVisible();

  await other.getByLabel("Ort", { exact: true }).fill("Nirgendwo");
  await other.getByRole("button", { name: "Mit der anderen Fassung" }).click();
  await expect(other.getByLabel("Ort", { exact: true })).toHaveValue("Musterfurt");
  await other.close();
});

/** From the breed of the dog to the documents. */
async function answerRest(page: Page) {
  await page.getByLabel("Welche Rasse ist es?").fill("Dackel");
  await goOn(page);
  await goOn(page);
  for (const [part, value] of [
    ["Tag", "3"],
    ["Monat", "9"],
    ["Jahr", "2026"],
  ] as const)
    await page.getByLabel(part).fill(value);
  await goOn(page);
  await page.getByLabel("Welche Nummer hat der Chip?").fill("276098000000002");
  await goOn(page);
  await page.getByLabel("Nein", { exact: true }).check();
  await goOn(page);
  await goOn(page);
}

const pdf = (name: string) => ({ name, mimeType: "application/pdf", buffer: makePdf(name) });
const slot = (page: Page, id: string) => page.locator(`[data-slot="${id}"] input[type="file"]`).first();
const picked = (page: Page) => page.getByRole("list", { name: /^Ausgewählt für:/ });

test("nothing of it is on the server before the person asks for it", async () => {
  const { page } = phone;
  await goOn(page);
  await answerRest(page);
  await slot(page, "impfpass").setInputFiles([pdf("impfpass.pdf"), pdf("seite-zwei.pdf")]);
  await slot(page, "versicherung").setInputFiles(pdf("alt.pdf"));
  await expect(page.getByText("Liegt verschlüsselt auf diesem Gerät bereit.")).toHaveCount(3);
  expect(await countRows(portal().adminUrl, "drafts", "true")).toBe(0);
  await page.getByText("Später oder woanders weitermachen").click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Auch auf einem anderen Gerät weitermachen" }).click();
  await expect(page.getByText("auf diesem Gerät und verschlossen bei uns")).toBeVisible();
  expect(await countRows(portal().adminUrl, "drafts", "true")).toBe(1);
});

test("a second browser goes on at the same place, asks for the documents again, and sends", async ({ browser }) => {
  desk = await citizenAtPhone(browser, thies, "/vorgaenge");
  const { page } = desk;
  await unlock(page, recoveryKey);
  await expect(page.getByRole("heading", { name: "Noch nicht abgeschickt" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Weitermachen: Hund anmelden" }).click();
  await expect(picked(page).getByText("Auf einem anderen Gerät ausgewählt.", { exact: false })).toHaveCount(3);
  await expectAccessible(page);
  await goOn(page);
  await expect(
    page.getByText("Hier fehlt noch, was Sie auf einem anderen Gerät ausgewählt haben.").first(),
  ).toBeVisible();

  // Picked again under its name, exchanged for another one, or not wanted any more.
  await slot(page, "impfpass").setInputFiles(pdf("impfpass.pdf"));
  await expect(page.getByRole("button", { name: "Noch einmal auswählen: impfpass.pdf" })).toHaveCount(0);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Noch einmal auswählen: seite-zwei.pdf" }).click();
  await (await chooser).setFiles(pdf("neuer-scan.pdf"));
  await expect(page.getByRole("button", { name: "neuer-scan.pdf entfernen" })).toBeVisible();
  await page.getByRole("button", { name: "alt.pdf entfernen" }).click();
  await expect(picked(page).getByRole("listitem")).toHaveCount(2);
  await goOn(page);
  for (const words of ["Hafenstraße 9", "Musterfurt", "impfpass.pdf", "neuer-scan.pdf"])
    await expect(page.getByText(words).first()).toBeVisible();
  await expect(page.getByText("seite-zwei.pdf")).toHaveCount(0);
  await expect(page.getByText("Thies Falke")).toBeVisible();
  await page.getByRole("button", { name: "Jetzt verschlüsselt abschicken" }).click();
  await expect(page.getByRole("heading", { name: /^Abgeschickt am/ })).toBeVisible();
  expect(await countRows(portal().adminUrl, "drafts", "true")).toBe(0);
  await expect.poll(() => draftsOnDisk(page)).toEqual([]);
});

test("the first browser does not offer again what was sent from the second one", async () => {
  const { page } = phone;
  await page.goto("/vorgaenge");
  await expect(page.getByRole("link", { name: /Hund anmelden/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Weitermachen: Hund anmelden" })).toHaveCount(0);
  await expect.poll(() => draftsOnDisk(page)).toEqual([]);
});

test("a device that forgets its account forgets what was begun on it", async () => {
  const { page } = phone;
  await page.goto("/senden/laermbeschwerde");
  await findOffice(page);
  await fillAndKeep(page, "Straße und Hausnummer", "Hafenstraße 9");
  expect(await draftsOnDisk(page)).toHaveLength(1);
  await page.goto("/konto");
  await page.getByRole("button", { name: "Dieses Gerät vergessen" }).click();
  await page.getByRole("button", { name: "Ja, vergessen" }).click();
  await expect(page.getByRole("heading", { name: "Auf diesem Gerät fehlt der Schlüssel." })).toBeVisible();
  await expect.poll(() => draftsOnDisk(page)).toEqual([]);
});
