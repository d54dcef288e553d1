import { expect, test } from "@playwright/test";
import { countRows } from "../canary/rows.ts";
import { expectAccessible } from "./accessible.ts";
import { makePdf } from "./pdf.ts";
import { citizenAtPhone } from "./people.ts";
import { portal } from "./portal.ts";
import { prepareDocument } from "./sending.ts";

const sent = () => countRows(portal().adminUrl, "cases", "received_at is not null");

test("a page that sends with nobody there is covered, sends on, and is locked when all has arrived", async ({
  browser,
}) => {
  const { page, context } = await citizenAtPhone(browser, "Kea Kormoran", "/vorgaenge");
  await page.clock.install();
  await page.goto("/senden/wohngeld");
  await prepareDocument(page, makePdf("Nachweis"));
  const line = Promise.withResolvers<void>();
  await context.route("**/api/uploads/*/parts/*", async (route) => {
    await line.promise;
    await route.continue();
  });
  const before = await sent();
  const waiting = page.waitForRequest("**/api/uploads/*/parts/*");
  await page.getByRole("button", { name: "Jetzt verschlüsselt abschicken" }).click();
  await waiting;

  const covered = page.getByRole("heading", { level: 1, name: "Ihr Versand läuft weiter." });
  const onTheWay = page.getByRole("heading", { level: 1, name: "Ihre Sendung geht auf die Reise." });
  await page.clock.fastForward("13:00");
  await expect(onTheWay).toBeVisible();
  await page.clock.fastForward("03:00");
  await expect(covered).toBeVisible();
  await expect(onTheWay).toBeHidden();
  await expectAccessible(page);

  // Whoever may open the account may look on; what was on the screen has gone on.
  await page.getByRole("button", { name: "Weiter ansehen" }).click();
  await expect(onTheWay).toBeFocused();
  await page.clock.fastForward("16:00");
  await expect(covered).toBeVisible();

  line.resolve();
  await expect.poll(sent).toBe(before + 1);
  // It looks again every quarter of a minute, and the receipt may still be looked at.
  await expect(async () => {
    await page.clock.fastForward("00:15");
    await expect(page.getByText("Der Versand läuft nicht mehr", { exact: false })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Mit diesem Gerät öffnen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Abgeschickt am/ })).toBeVisible();
  expect(await sent()).toBe(before + 1);
  await context.close();
});
