import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { makePdf } from "./pdf.ts";
import { citizenAtPhone, officialAtDesk, type Person, recoveryKeyOf, unlock } from "./people.ts";
import { prepareDocument } from "./sending.ts";

/** Somebody loses every way to their key, and gets their case back from a person who looked. Steps build on each other. */
test.describe.configure({ mode: "serial" });

const hanne = "Hanne Herbst";
const seda = { name: "Seda Demir", subject: "official-2001" };
const karim = { name: "Karim Haddad", subject: "official-3001" };
const concern = "Bitte prüfen Sie meine Nachweise.";
const followUp = "Danke, ich kann wieder alles lesen.";

let firstPhone: Person;
let newPhone: Person;
let official: Person;
let casePath = "";
let digits = "";

test.afterAll(async () => {
  for (const person of [firstPhone, newPhone, official]) await person?.context.close();
});

test("a citizen sends a document", async ({ browser }) => {
  firstPhone = await citizenAtPhone(browser, hanne, "/senden/wohngeld");
  const { page } = firstPhone;
  await prepareDocument(page, makePdf("Nachweis"));
  await page.getByRole("button", { name: "Jetzt verschlüsselt abschicken" }).click();
  await expect(page.getByRole("heading", { name: /^Abgeschickt am .+ Uhr$/ })).toBeVisible();
  await page.getByRole("link", { name: "Zum Vorgang" }).click();
  await page.waitForURL("**/vorgaenge/*");
  casePath = new URL(page.url()).pathname;
});

test("on a new phone, without the recovery key, they ask for copies and are told what is safe and what is lost", async ({
  browser,
}) => {
  newPhone = await citizenAtPhone(browser, hanne, "/vorgaenge");
  const { page } = newPhone;
  await page.getByRole("link", { name: "Kopien neu anfordern" }).click();
  await expect(page.getByRole("heading", { name: "Kopien neu anfordern" })).toBeVisible();
  await expect(page.getByText("Entwürfe und alles, was Sie nie abgeschickt haben.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Neue Schlüssel machen" }).click();
  await page.getByRole("button", { name: "Kopien jetzt anfordern" }).click();
  await expect(page.getByText("Bitte sichern Sie den Schlüssel und bestätigen Sie das hier.").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Ich habe den Schlüssel gespeichert oder ausgedruckt.").check();

  await newPhone.context.setOffline(true);
  await page.getByRole("button", { name: "Kopien jetzt anfordern" }).click();
  await expect(page.getByText("Die Kopien sind noch nicht angefordert.").first()).toBeVisible();
  await newPhone.context.setOffline(false);
  await page.getByRole("button", { name: "Kopien jetzt anfordern" }).click();
  await expect(page.getByText("Die Kopien sind angefordert.").first()).toBeVisible();
  await expect(page.getByText("Kennzahl Ihrer neuen Schlüssel")).toBeVisible();
  await expectAccessible(page);
});

test("their case waits, and shows the digits to compare", async () => {
  const { page } = newPhone;
  await page.getByRole("link", { name: "Zu meinen Vorgängen" }).click();
  await expect(page.getByText("Kopie angefordert")).toBeVisible();
  await page.getByRole("link", { name: "Wohngeld beantragen" }).click();
  await expect(page.getByText("Die Stelle hat diesen Vorgang noch nicht", { exact: false })).toBeVisible();
  await expect(page.getByText(concern)).toHaveCount(0);
  digits = await digitsOn(page);
  expect(digits).toMatch(/^(\d{5} ){11}\d{5}$/);
  await expectAccessible(page);
});

test("an official compares the same digits and cannot open the case to them before", async ({ browser }) => {
  official = await officialAtDesk(browser, seda.name);
  const { page } = official;
  await unlock(page, recoveryKeyOf(seda.subject));
  await page
    .getByRole("row")
    .filter({ hasText: "Kopie angefordert" })
    .getByRole("link", { name: /Wohngeld beantragen/ })
    .click();
  await expect(page.getByRole("heading", { name: "Kopie neu angefordert" })).toBeVisible();
  expect(await digitsOn(page)).toBe(digits);
  await expectAccessible(page);

  const grant = page.getByRole("button", { name: "Vorgang für diese Schlüssel freigeben" });
  await grant.click();
  await expect(page.getByText("Bitte wählen Sie, wie Sie die Person geprüft haben.").first()).toBeVisible();
  await page.getByLabel("Ausweis am Schalter").check();
  await grant.click();
  await expect(page.getByText("Vorher wird nichts freigegeben.").first()).toBeVisible();
  await expectAccessible(page);
  await expect(newPhone.page.getByText("Kopie angefordert")).toBeVisible();

  await page.getByLabel("Alle zwölf Zifferngruppen stimmen überein.").check();
  await grant.click();
  await expect(page.getByText(/^Am .+ für neue Schlüssel der Person freigegeben\.$/)).toBeVisible();
  await expectAccessible(page);
});

test("the citizen meets the authority, reads document and conversation again, and writes", async () => {
  const { page } = newPhone;
  await expect(page.getByRole("heading", { name: "Ist das die richtige Behörde?" })).toBeVisible();
  await expect(page.getByText("Stadt Musterfurt")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Das ist die Behörde, Vorgang öffnen" }).click();
  await expect(page.getByText(concern)).toBeVisible();
  await page.getByRole("button", { name: "Öffnen: Unterlage 1" }).click();
  await expect(page.getByRole("button", { name: "Speichern: nachweis.pdf" })).toBeVisible();
  await page.getByLabel("Ihre Nachricht an die Stelle").fill(followUp);
  await page.getByRole("button", { name: "Verschlüsselt senden" }).click();
  // Not in the field, where it stands until it has arrived.
  await expect(page.getByRole("listitem").getByText(followUp)).toBeVisible();
  await expectAccessible(page);
});

test("the official reads what the new key has signed as the citizen's own words", async () => {
  const { page } = official;
  await expect(page.getByText(followUp)).toBeVisible();
  await expect(page.getByText(concern)).toBeVisible();
  await expect(page.getByText("Absender nicht bewiesen")).toHaveCount(0);
});

test("an official of the other authority sees nothing of it", async ({ browser }) => {
  const stranger = await officialAtDesk(browser, karim.name);
  await unlock(stranger.page, recoveryKeyOf(karim.subject));
  await expect(stranger.page.getByText("Alles verteilt. Neue Vorgänge erscheinen hier von selbst.")).toBeVisible();
  await expect(stranger.page.getByText("Kopie angefordert")).toHaveCount(0);
  await stranger.page.goto(casePath.replace("/vorgaenge/", "/amt/vorgang/"));
  await expect(stranger.page.getByText("Diesen Vorgang finden wir nicht.")).toBeVisible();
  await stranger.context.close();
});

test("who still has the first phone is asked, objects, and reads again; the new keys are no longer believed", async () => {
  const { page } = firstPhone;
  await page.goto("/vorgaenge");
  await expect(page.getByRole("heading", { name: "Neue Schlüssel beantragt: Waren Sie das?" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Nein, ich widerspreche" }).click();
  await expect(page.getByRole("heading", { name: "Ihr Widerspruch ist angekommen." })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Weiter zu meinen Unterlagen" }).click();
  await page.getByRole("link", { name: "Wohngeld beantragen" }).click();
  await expect(page.getByText(concern)).toBeVisible();
  await expect(page.getByText(followUp)).toHaveCount(0);

  await expect(official.page.getByText("Widerspruch mit den bisherigen Schlüsseln")).toBeVisible();
  await expect(official.page.getByText("Ihr Gerät hat das geprüft", { exact: false })).toBeVisible();
  await expect(official.page.getByText(followUp)).toHaveCount(0);
  await expect(official.page.getByText(concern)).toBeVisible();
  await expectAccessible(official.page);
});

/** Twelve groups of five, as somebody reads them aloud. */
async function digitsOn(page: Page) {
  // Beside them, folded away, are the digits of the authority.
  const groups = page
    .getByRole("main")
    .getByText(/^\d{5}\s*$/)
    .filter({ visible: true });
  await expect(groups).toHaveCount(12);
  return (await groups.allInnerTexts()).map((group) => group.trim()).join(" ");
}
