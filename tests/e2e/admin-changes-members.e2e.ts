import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { officialAtDesk, type Person, signIn } from "./people.ts";

/** Somebody who says who belongs to the authority, and can read nothing of its cases. */
test.describe.configure({ mode: "serial" });

const nora = "Nora Falk";
let admin: Person;
test.afterAll(() => admin?.context.close());

const unit = (page: Page) => page.getByRole("list", { name: "Personen der Stelle Wohngeldstelle" });
const thorsten = (page: Page) => unit(page).getByRole("listitem").filter({ hasText: "33.1-04" });
const heading = (page: Page) => page.getByRole("heading", { name: "Wohngeldstelle" });
/** Their page with a fresh login, which every change asks for. */
const adminPage = async () => {
  await signIn(admin.page, "official", nora, "/amt/verwaltung");
  return admin.page;
};
/** What the header calls them, asked anew. */
const unitsOf = async (browser: Browser, name: string) => {
  const { page, context } = await officialAtDesk(browser, name);
  await expect(page.getByRole("banner").getByText("Bürgerbüro Mitte")).toBeVisible();
  const text = await page.getByRole("banner").innerText();
  await context.close();
  return text;
};

test("an admin comes from the login straight to the people of the authority, without a key", async ({ browser }) => {
  admin = await officialAtDesk(browser, nora, "/amt/verwaltung");
  const { page } = admin;
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Verwaltung");
  await expect(page.getByRole("navigation", { name: "Hauptnavigation" }).getByRole("link")).toHaveText([
    "Verwaltung",
    "Konto",
    "Hilfe",
  ]);
  await expect(unit(page).getByRole("listitem")).toHaveCount(1);
  await expect(page.getByText("Nur eine Person kann in dieser Stelle lesen.").first()).toBeVisible();
  await expectAccessible(page);
  await page.goto("/amt");
  await page.waitForURL("**/amt/verwaltung");
});

test("they take somebody into a unit, with the keyboard alone, and the person belongs to it at once", async ({
  browser,
}) => {
  const page = await adminPage();
  await page.getByRole("button", { name: "Person in Wohngeldstelle aufnehmen" }).press("Enter");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Aufnehmen", exact: true }).press("Enter");
  await expect(page.getByText("Bitte wählen Sie eine Person.")).toBeVisible();
  await page.getByLabel("Stellenzeichen der Person").selectOption("33.1-04");
  await page.getByRole("button", { name: "Aufnehmen", exact: true }).press("Enter");
  await expect(thorsten(page)).toContainText("Sachbearbeitung");
  await expect(thorsten(page)).toContainText("wartet auf den Schlüssel");
  await expect(thorsten(page)).toContainText("Noch nicht im unterschriebenen Verzeichnis");
  await expect(heading(page)).toBeFocused();
  expect(await unitsOf(browser, "Thorsten Brandt")).toContain("Bürgerbüro Mitte, Wohngeldstelle");
});

test("they give the lead, and remove the person again after they were told what that means", async ({ browser }) => {
  const page = await adminPage();
  await thorsten(page).getByRole("button", { name: "Leitung geben: 33.1-04" }).press("Enter");
  await expect(thorsten(page)).toContainText("– Leitung");
  await thorsten(page).getByRole("button", { name: "Entfernen: 33.1-04" }).press("Enter");
  const dialog = page.getByRole("alertdialog", { name: "33.1-04 aus Wohngeldstelle entfernen?" });
  await expect(dialog).toContainText("braucht die Stelle danach einen neuen Schlüssel");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await thorsten(page).getByRole("button", { name: "Entfernen: 33.1-04" }).press("Enter");
  await dialog.getByRole("button", { name: "Aus der Stelle entfernen" }).press("Enter");
  await expect(thorsten(page)).toHaveCount(0);
  await expect(heading(page)).toBeFocused();
  expect(await unitsOf(browser, "Thorsten Brandt")).not.toContain("Wohngeldstelle");
});

test("a task for the authority is given and taken by somebody else, never by its holder", async () => {
  const page = await adminPage();
  const people = page.getByRole("list", { name: "Personen der Behörde und ihre Aufgaben" });
  const row = (post: string) => people.getByRole("listitem").filter({ hasText: post });
  await expect(row("11.3-01")).toContainText("das sind Sie");
  await expect(row("11.3-01").getByRole("button")).toHaveCount(0);
  await row("33.2-02").getByRole("button", { name: "Prüfung des Protokolls geben: 33.2-02" }).press("Enter");
  await expect(row("33.2-02")).toContainText("– Prüfung des Protokolls");
  await row("33.2-02").getByRole("button", { name: "Prüfung des Protokolls nehmen: 33.2-02" }).press("Enter");
  await expect(row("33.2-02")).toContainText("ohne weitere Aufgabe");
});

test("the auditor finds each of these changes, and an official finds a closed door", async ({ browser }) => {
  const vogt = await officialAtDesk(browser, "Renate Vogt", "/amt/protokoll");
  const events = ["Aus einer Stelle entfernt", "In eine Stelle aufgenommen", "Aufgabe für die Behörde entzogen"];
  // Once it is in the chain: the page looks by itself only now and then.
  await expect(async () => {
    await vogt.page.reload();
    for (const event of events)
      await expect(vogt.page.getByRole("row").filter({ hasText: event }).first()).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  await vogt.context.close();
  const seda = await officialAtDesk(browser, "Seda Demir", "/amt/verwaltung");
  await expect(seda.page.getByText(/^Diese Seite ist für die Personen, die Ihre Behörde verwalten/)).toBeVisible();
  await expectAccessible(seda.page);
  await seda.context.close();
});
