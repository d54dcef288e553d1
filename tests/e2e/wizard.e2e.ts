import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { makePdf } from "./pdf.ts";
import { citizenAtPhone, officialAtDesk, type Person, recoveryKeyOf, unlock } from "./people.ts";
import { findOffice, goOn, pickFile, saveRecoveryKey } from "./sending.ts";

/** A form at phone width: what it asks depends on the answers, what is wrong is said, and the office reads it as a table. */
test.describe.configure({ mode: "serial" });

let citizen: Person;
test.afterAll(() => citizen?.context.close());

const step = (page: Page, name: string) => page.getByRole("heading", { level: 1, name: new RegExp(`: ${name}$`) });

test("faults are named in a summary that takes the focus and leads to each field", async ({ browser }) => {
  citizen = await citizenAtPhone(browser, "Karla Reiher", "/senden/hund-anmelden");
  const { page } = citizen;
  await expectAccessible(page);
  await findOffice(page);
  await expect(step(page, "Ihr Name")).toBeFocused();
  await goOn(page);
  const summary = page.getByRole("heading", { name: "Bitte sehen Sie sich das noch einmal an:" });
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Fehler: Ihr Name/);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Bitte geben Sie hier etwas ein." }).click();
  await expect(page.getByLabel("Vorname")).toBeFocused();
  expect(new URL(page.url()).hash).toBe("");

  await page.getByLabel("Vorname").fill("Karla");
  await goOn(page);
  await page.getByRole("button", { name: "Hier fehlt noch etwas: Nachname." }).click();
  await expect(page.getByLabel("Nachname")).toBeFocused();
  // By keyboard alone, as with a screen reader.
  await page.keyboard.type("Reiher");
  await page.keyboard.press("Enter");
  await expect(step(page, "Anschrift")).toBeFocused();
});

test("the form goes on with what the answers ask for, one question per page", async () => {
  const { page } = citizen;
  await page.getByLabel("Straße und Hausnummer").fill("Lindenweg 4");
  await page.getByLabel("Ort", { exact: true }).fill("Musterfurt");
  await goOn(page);
  await page.getByLabel("Welche Rasse ist es?").fill("Labrador");
  await goOn(page);
  // Nobody has to know when it was born.
  await goOn(page);
  await page.getByLabel("Tag").fill("31");
  await page.getByLabel("Monat").fill("4");
  await page.getByLabel("Jahr").fill("2026");
  await goOn(page);
  await expect(page.getByText("Diesen Tag gibt es nicht.").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Tag").fill("30");
  await goOn(page);
  await page.getByLabel("Welche Nummer hat der Chip?").fill("276098000000001");
  await goOn(page);
  await expect(page.getByText(/^Schritt 8 von 12: /)).toBeVisible();
  await page.getByLabel("Es ist ein Assistenz- oder Blindenhund").check();
  await expect(page.getByText(/^Schritt 8 von 13: /)).toBeVisible();
  await expectAccessible(page);
  await goOn(page);
  await expect(step(page, "Ausbildung")).toBeVisible();
  await page.getByLabel("Wo wurde er ausgebildet?").fill("Hundeschule Süd");
  await goOn(page);
  await goOn(page);
  await pickFile(page, "impfpass.pdf", makePdf("Impfpass"));
});

test("the check page shows every answer, and a change comes back to it", async () => {
  const { page } = citizen;
  await expect(step(page, "Prüfen")).toBeVisible();
  await expect(page.getByText("30.04.2026")).toBeVisible();
  await expect(page.getByText("Keine Angabe").first()).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  await page.getByRole("button", { name: "Ändern: Welche Rasse ist es?" }).click();
  await page.getByLabel("Welche Rasse ist es?").fill("Pudel");
  await goOn(page);
  await expect(step(page, "Prüfen")).toBeVisible();
  await expect(page.getByText("Pudel")).toBeVisible();

  await page.getByRole("button", { name: "Ändern: Trifft etwas davon zu?" }).click();
  await page.getByLabel("Nein", { exact: true }).check();
  await goOn(page);
  await expect(page.getByText("Hundeschule Süd")).toHaveCount(0);
  await page.getByRole("button", { name: "Weiter: Schlüssel sichern" }).click();
  await saveRecoveryKey(page);
  await page.getByLabel("Ich habe den Schlüssel gespeichert oder ausgedruckt.").check();
  await expect(page.getByText("Noch nicht abgeschickt.")).toBeVisible();
  await page.getByRole("button", { name: "Jetzt verschlüsselt abschicken" }).click();
  await expect(page.getByRole("heading", { name: /^Abgeschickt am .+ Uhr$/ })).toBeVisible();
  await expect(page.getByText("Noch nicht abgeschickt.")).toHaveCount(0);
});

test("the office reads the answers as a table, without those of the path that was left", async ({ browser }) => {
  const official = await officialAtDesk(browser, "Jana Süß");
  const { page } = official;
  await unlock(page, recoveryKeyOf("official-2005"));
  await page
    .getByRole("row", { name: /Karla Reiher/ })
    .getByRole("link")
    .click();
  await page.getByRole("button", { name: "Öffnen: Unterlage 2" }).click();
  const table = page.getByRole("table", { name: "Angaben zum Formular" });
  await expect(table.getByRole("row", { name: "Wie heißen Sie? Karla Reiher" })).toBeVisible();
  await expect(table.getByRole("row", { name: "Welche Rasse ist es? Pudel" })).toBeVisible();
  await expect(table.getByText("Hundeschule Süd")).toHaveCount(0);
  await expect(page.getByText("Formular „hund-anmelden“, Fassung 1")).toBeVisible();
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Speichern: angaben.json" }).click();
  expect((await download).suggestedFilename()).toBe("angaben.json");
  await official.context.close();
});
