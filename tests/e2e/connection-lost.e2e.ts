import { expect, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { makePdf } from "./pdf.ts";
import { citizenAtPhone } from "./people.ts";
import { prepareDocument } from "./sending.ts";

test("a citizen who is offline while sending loses nothing and sends once the connection is back", async ({
  browser,
}) => {
  const { page, context } = await citizenAtPhone(browser, "Bente Dohle", "/vorgaenge");
  await expect(page.getByText("Noch kein Vorgang.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Anliegen auswählen" })).toHaveCount(1);
  await page.goto("/senden/wohngeld");
  await prepareDocument(page, makePdf("Nachweis"));

  await context.setOffline(true);
  await page.getByRole("button", { name: "Jetzt verschlüsselt abschicken" }).click();
  await expect(page.getByText("Sie sind offline.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Noch nicht abgeschickt." })).toBeVisible();
  await expect(page.getByText("Alles, was Sie eingegeben haben, ist noch da.")).toBeVisible();
  await expect(page.getByText("Abgeschickt am")).toHaveCount(0);
  await expectAccessible(page);

  await context.setOffline(false);
  await expect(page.getByText("Sie sind offline.")).toHaveCount(0);
  await page.getByRole("button", { name: "Nochmal versuchen" }).click();
  await expect(page.getByRole("heading", { name: /^Abgeschickt am .+ Uhr$/ })).toBeVisible();
  await page.goto("/vorgaenge");
  await expect(page.getByRole("list", { name: "Vorgangsliste" }).getByRole("listitem")).toHaveCount(1);
  await context.close();
});
