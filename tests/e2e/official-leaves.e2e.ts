import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { officialAtDesk, type Person, recoveryKeyOf, unlock } from "./people.ts";

/** Two browsers: an admin lets somebody leave, and the other one is out without having touched anything. */
test.describe.configure({ mode: "serial" });

let admin: Person;
let leaver: Person;
test.afterAll(async () => {
  for (const person of [admin, leaver]) await person?.context.close();
});

const title = (page: Page) => page.getByRole("heading", { level: 1 });
const letLeave = async (page: Page, post: string) => {
  await page.goto("/amt/verwaltung");
  await page.getByRole("link", { name: `Ausscheiden: ${post}` }).click();
  await expect(title(page)).toHaveText(`Schritt 1 von 3: Was an ${post} hängt`);
};

test("an admin sees what hangs on a person, and what has to happen before they can leave", async ({ browser }) => {
  admin = await officialAtDesk(browser, "Ben Achterberg", "/amt/verwaltung");
  const { page } = admin;
  await letLeave(page, "32-07");
  await expect(page.getByText("Niemand sonst kann in der Stelle Ordnungs- und Steueramt alles lesen.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Weiter" })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Zur Verwaltung" }).click();
  await letLeave(page, "32-21");
  await expect(page.getByText("Fundbüro – Leitung")).toBeVisible();
  await expect(page.getByText("Vorgänge in ihrer Hand: 0")).toBeVisible();
});

test("whoever is let go is out without a reload, and told why", async ({ browser }) => {
  leaver = await officialAtDesk(browser, "Mirela Ionescu");
  await unlock(leaver.page, recoveryKeyOf("official-2020"));
  await expect(title(leaver.page)).toContainText("Eingang");

  await admin.context.close();
  admin = await officialAtDesk(browser, "Ben Achterberg", "/amt/verwaltung");
  const { page } = admin;
  await letLeave(page, "32-21");
  await page.getByRole("button", { name: "Weiter" }).press("Enter");
  await expect(title(page)).toHaveText("Schritt 2 von 3: 32-21 ausscheiden lassen?");
  await expect(title(page)).toBeFocused();
  await expect(page.getByText("Was sie lesen konnte, hat sie vielleicht behalten.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Jetzt ausscheiden lassen" }).press("Enter");
  await expect(title(page)).toHaveText("Schritt 3 von 3: Was erledigt ist und was noch fehlt");
  await expect(title(page)).toBeFocused();
  await expect(page.getByText("Beendete Anmeldungen: 1")).toBeVisible();

  await leaver.page.waitForURL("**/anmelden?**");
  await expect(leaver.page.getByText("Ihre Behörde hat Ihren Zugang beendet.")).toBeVisible();
  await expectAccessible(leaver.page);
});

test("they do not come in again without an invitation", async () => {
  const { page } = leaver;
  await page.getByRole("button", { name: "Als Behörde anmelden" }).click();
  await page.getByLabel(/Mirela Ionescu/).check();
  await page.getByRole("button", { name: "Anmelden" }).click();
  await expect(page.getByText("hier gehören Sie der Behörde aber nicht mehr an")).toBeVisible();
});

test("what is left to do stays on the pages until it is done, and the one who stays cannot leave too", async () => {
  const { page } = admin;
  await page.reload();
  await expect(title(page)).toHaveText("Schritt 3 von 3: Was erledigt ist und was noch fehlt");
  await expect(page.getByText("Fundbüro: neuer Schlüssel")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Zur Verwaltung" }).click();
  await expect(page.getByText(/noch im unterschriebenen Verzeichnis: 32-21\./)).toBeVisible();
  await expectAccessible(page);
  await letLeave(page, "32-22");
  await expect(page.getByText("Niemand sonst kann in der Stelle Fundbüro alles lesen.")).toBeVisible();
});
