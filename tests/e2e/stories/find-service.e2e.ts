import { expect, test } from "@playwright/test";
import { expectAccessible } from "../accessible.ts";
import { citizenAtPhone, openBrowser } from "../people.ts";
import { portal } from "../portal.ts";

const phone = { width: 390, height: 844 };

test("with a slip of the finger and a postal code a citizen finds the service, the office and the beginning of the form", async ({
  browser,
}) => {
  // Five stops with axe, each in light and dark: most of the time goes there.
  test.setTimeout(240_000);
  const { page, context } = await openBrowser(browser, phone);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(`${request.url()} ${request.postData() ?? ""}`));
  await page.goto("/");

  const what = page.getByRole("combobox", { name: "Worum geht es?" });
  await what.fill("whongeld 05123");
  await expect(page.getByRole("option", { name: "Wohngeld beantragen" })).toBeVisible();
  await expectAccessible(page);
  await what.press("Enter");
  await expect(page.getByRole("heading", { name: /Anliegen gefunden/ })).toBeFocused();
  await expect(page.getByText("Zuständig: Wohngeldstelle, Stadt Musterfurt")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Wohngeld beantragen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Wohngeld beantragen" })).toBeVisible();
  await expect(page.getByText("Wohngeld für das ganze Stadtgebiet")).toBeVisible();
  await page.getByLabel("Mietvertrag, alle Seiten").check();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Jetzt online erledigen" }).click();
  await page.getByLabel("Nein").check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Weiter" }).click();
  await page.getByLabel("Ja").check();
  await page.getByRole("button", { name: "Weiter" }).click();
  await expect(page.getByLabel("Wo?")).toHaveValue("05123");
  await page.getByRole("button", { name: "Weiter" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sie sind hier richtig." })).toBeFocused();
  await expectAccessible(page);
  expect(page.url()).not.toContain("05123");

  await page.getByRole("link", { name: "Anmelden und beginnen" }).click();
  await expect(page).toHaveURL(/\/anmelden\?/);
  // Neither the word nor the place has left the device.
  expect(asked.filter((request) => /whongeld|05123/i.test(request))).toEqual([]);
  await context.close();
});

test("whoever is wrong here is shown the better door, and may go on anyway", async ({ browser }) => {
  const { page, context } = await openBrowser(browser, phone);
  await page.goto("/anliegen/wohngeld/vorab");
  await page.getByRole("button", { name: "Weiter" }).click();
  await expect(page.getByText("Bitte wählen Sie eine Antwort aus.").first()).toBeVisible();
  await page.getByLabel("Ja").check();
  await page.getByRole("button", { name: "Weiter" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Woanders kommen Sie schneller ans Ziel." })).toBeFocused();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Zum passenden Anliegen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Unterlagen zum Bürgergeld nachreichen" })).toBeVisible();
  await context.close();
});

test("the field works with the keyboard alone", async ({ browser }) => {
  const { page, context } = await openBrowser(browser, { width: 1280, height: 900 });
  await page.goto("/anliegen");
  const what = page.getByRole("combobox", { name: "Worum geht es?" });
  await what.fill("hund");
  await expect(what).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("option", { name: "Hund anmelden" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await expect(what).toHaveAttribute("aria-expanded", "false");
  await expect(what).toHaveValue("hund");
  await page.keyboard.press("Escape");
  await expect(what).toHaveValue("");
  await what.pressSequentially("lärm");
  await expect(what).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Lärm melden" })).toBeVisible();
  await context.close();
});

test("a search says so when it finds nothing, when the place decides, and when nobody is there", async ({
  browser,
}) => {
  const { page, context } = await openBrowser(browser, phone);
  await page.goto("/anliegen");
  const what = page.getByRole("combobox", { name: "Worum geht es?" });
  const where = page.getByLabel("Wo?");
  const ask = async (need: string, place: string) => {
    await what.fill(need);
    await where.fill(place);
    await page.getByRole("button", { name: "Stelle finden" }).click();
  };

  await ask("pizza bestellen", "");
  await expect(page.getByRole("heading", { name: "Kein Anliegen gefunden" })).toBeVisible();
  await expect(page.getByRole("link", { name: "In eigenen Worten beschreiben" })).toBeVisible();
  await expectAccessible(page);

  await ask("wohnsitz anmelden", "05143");
  await expect(page.getByText("Die Stelle hängt vom genauen Ort ab.").first()).toBeVisible();
  await page.getByRole("link", { name: "Wohnsitz anmelden", exact: true }).first().click();
  await page.getByLabel("Beispielau").check();
  await expect(page.getByText("Die Gemeinde hat einen eigenen Bürgerservice")).toBeVisible();
  await page.getByLabel("Nebenbach").check();
  await expect(page.getByText("Das klärt für Sie")).toBeVisible();
  await expectAccessible(page);

  await page.goto("/anliegen");
  await ask("hund", "05170");
  await expect(page.getByText("05170 Anderwo: nicht über DirektVermittlung erreichbar")).toBeVisible();
  await expect(page.getByRole("link", { name: "030 23125 140" })).toBeVisible();
  await expectAccessible(page);

  await ask("hund", "99999");
  await expect(page.getByText("„99999“ kennen wir hier nicht.")).toBeVisible();
  await context.close();
});

test("whose postal code means several places chooses theirs in the form", async ({ browser }) => {
  const { page, context } = await citizenAtPhone(browser, "Łukasz Żółtański", "/senden/wohnsitz-anmelden");
  await page.getByLabel("Postleitzahl").fill("05143");
  await page.getByRole("button", { name: "Stelle finden" }).click();
  await page.getByLabel("Beispielau").check();
  await expect(page.getByText("Gemeinde Beispielau", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Nebenbach").check();
  await expect(page.getByText("Landkreis Probental", { exact: true })).toBeVisible();
  await expect(page.getByText("Gemeinde Beispielau", { exact: true })).toHaveCount(0);
  await context.close();
});

test("without scripts every service can be found and read", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: phone, baseURL: portal().publicUrl });
  const page = await context.newPage();
  await page.goto("/");
  await expect(page.getByRole("combobox")).toBeHidden();
  await page.getByRole("link", { name: "Alle Anliegen" }).click();
  await page.getByRole("link", { name: "Hund anmelden" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Hund anmelden" })).toBeVisible();
  await expect(page.getByText("Impfpass")).toBeVisible();
  await page.getByRole("link", { name: "Jetzt online erledigen" }).click();
  await expect(page.getByText("Diese Seite braucht JavaScript.")).toBeVisible();
  await context.close();
});
