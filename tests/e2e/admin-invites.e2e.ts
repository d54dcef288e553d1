import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { officialAtDesk, openBrowser, type Person, recoveryKeyOf, unlock } from "./people.ts";
import { keyOffice } from "./operator.ts";

/** From a slip of paper to a colleague who can read: an admin, a newcomer, and a member who passes the key on. */
test.describe.configure({ mode: "serial" });

const desk = { width: 1280, height: 900 };
let admin: Person;
let newcomer: Person;
let code = "";

test.afterAll(async () => {
  for (const person of [admin, newcomer]) await person?.context.close();
});

const atProvider = async (page: Page, name: string) => {
  await page.getByLabel(new RegExp(name)).check();
  await page.getByRole("button", { name: "Anmelden" }).click();
};
const redeem = async (page: Page, words: string) => {
  await page.goto("/einladung");
  await page.getByLabel("Die sieben Wörter").fill(words);
  await page.getByRole("button", { name: "Weiter zur Anmeldung der Behörde" }).click();
  await atProvider(page, "Mehmet Aydın");
};
const standesamt = (page: Page) => page.getByRole("list", { name: "Personen der Stelle Standesamt" });
const invited = (page: Page) => standesamt(page).getByRole("listitem").filter({ hasText: "34-02" });

const invite = async (page: Page, post: string) => {
  await page.getByRole("button", { name: "Person in Standesamt einladen" }).click();
  await page.getByLabel("Stellenzeichen").fill(post);
  await page.getByRole("button", { name: "Einladung ausstellen" }).click();
  return (await page.locator("output").innerText()).trim();
};

test("an admin makes an invitation, sees its code once, and takes another one back", async ({ browser }) => {
  admin = await officialAtDesk(browser, "Nora Falk", "/amt/verwaltung");
  const { page } = admin;
  await page.getByRole("button", { name: "Person in Standesamt einladen" }).click();
  await page.getByRole("button", { name: "Einladung ausstellen" }).click();
  await expect(page.getByText(/^Bitte geben Sie das Stellenzeichen ein/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Abbrechen" }).click();

  const withdrawn = await invite(page, "34-09");
  await page.getByRole("button", { name: "Ich habe den Code übergeben" }).click();
  const open = page.getByRole("list", { name: "Offene Einladungen in Standesamt" });
  await open.getByRole("button", { name: "Zurücknehmen: 34-09" }).click();
  await expect(open).toHaveCount(0);

  code = await invite(page, "34-02");
  expect(code).toMatch(/^(?:[a-z]{4} ){6}[a-z]{4}$/);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Ich habe den Code übergeben" }).click();
  await expect(page.getByText(code)).toHaveCount(0);

  newcomer = await openBrowser(browser, desk);
  await redeem(newcomer.page, withdrawn);
  await expect(newcomer.page.getByText("Diese Einladung wurde zurückgenommen.")).toBeVisible();
});

test("somebody who holds the code signs in with their authority and makes a key of their own", async () => {
  const { page } = newcomer;
  await page.goto("/einladung");
  await page.getByLabel("Die sieben Wörter").fill("bano kife");
  await page.getByRole("button", { name: "Weiter zur Anmeldung der Behörde" }).click();
  await expect(page.getByText(/^Es sind sieben Wörter/).first()).toBeVisible();
  await expectAccessible(page);
  await redeem(page, code);
  await page.waitForURL("**/amt");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ihr Schlüssel");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Weiter" }).click();
  await expect(page.getByText(/^Bitte geben Sie ein, wie Sie heißen/).first()).toBeVisible();
  await page.getByLabel("Ihr Name").fill("Mehmet Aydın");
  await page.getByRole("button", { name: "Weiter" }).click();
  await page.getByRole("checkbox").check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Schlüssel einrichten" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Eingang");
  await page.getByRole("link", { name: "Stelle", exact: true }).click();
  await expect(page.getByText("Sie haben den Schlüssel dieser Stelle noch nicht.")).toBeVisible();
  await expectAccessible(page);
});

test("a member compares the digits on both screens and passes the key on", async ({ browser }) => {
  const member = await officialAtDesk(browser, "Paweł Grabowski", "/amt/stelle");
  const { page } = member;
  await unlock(page, recoveryKeyOf("official-2004"));
  await page.getByRole("button", { name: "Schlüssel geben: 34-02" }).click();
  const asked = page.locator("form").filter({ hasText: "Schlüssel von Standesamt an 34-02 geben" });
  const digits = ((await asked.innerText()).match(/\b\d{5}\b/g) ?? []).join(" ");
  const own = ((await newcomer.page.locator("main").innerText()).match(/\b\d{5}\b/g) ?? []).join(" ");
  expect(digits.split(" ")).toHaveLength(12);
  expect(digits).toBe(own);
  await asked.getByRole("button", { name: "Schlüssel der Stelle geben" }).click();
  await expect(asked.getByText("Bitte vergleichen Sie zuerst die Ziffern und bestätigen Sie das.")).toBeVisible();
  await expectAccessible(page);
  await asked.getByRole("checkbox").check();
  await asked.getByRole("button", { name: "Schlüssel der Stelle geben" }).click();
  await expect(standesamt(page).getByRole("listitem").filter({ hasText: "34-02" })).toContainText("kann lesen");
  await member.context.close();
});

test("the newcomer can read, and both are told what the key office still has to do", async () => {
  const { page } = newcomer;
  await page.reload();
  await expect(page.getByText("Ihre Antworten glaubt außerhalb noch niemand.")).toBeVisible();
  await expect(standesamt(page).getByRole("listitem").filter({ hasText: "34-02" })).toContainText("kann lesen");
  await expectAccessible(page);
  await admin.page.reload();
  await expect(invited(admin.page)).toContainText("kann lesen");
  await expect(invited(admin.page)).toContainText("Noch nicht im unterschriebenen Verzeichnis");
});

test("the key office takes in whose digits it has compared, and nobody else", async () => {
  expect(await keyOffice("musterfurt")).toMatchObject({
    status: 2,
    output: expect.stringContaining("offen: 34-02, Standesamt"),
  });
  const own = ((await newcomer.page.locator("main").innerText()).match(/\b\d{5}\b/g) ?? []).join(" ");
  expect(await keyOffice("musterfurt", "--compared", own)).toMatchObject({
    status: 0,
    output: expect.stringContaining("aufgenommen"),
  });
  await admin.page.reload();
  await expect(invited(admin.page)).toContainText("kann lesen");
  await expect(invited(admin.page)).not.toContainText("Noch nicht im unterschriebenen Verzeichnis");
});
