import { expect, type Page, test } from "@playwright/test";
import { countRows } from "../canary/rows.ts";
import { expectAccessible } from "./accessible.ts";
import { makePdf } from "./pdf.ts";
import { citizenAtPhone } from "./people.ts";
import { portal } from "./portal.ts";
import { prepareDocument } from "./sending.ts";

/** Takes the answers to the first calls away; the portal itself has heard them. Returns what was sent, call by call. */
async function loseAnswers(page: Page, count: number) {
  const sent: { caseId: string; message: object }[] = [];
  await page.route("**/api/trpc/cases.submitCase**", async (route) => {
    // The shape is our own page's; another one fails the story.
    sent.push(route.request().postDataJSON() as (typeof sent)[number]);
    if (sent.length > count) await route.continue();
    else await route.fetch();
  });
  return sent;
}

test("a page that is loaded anew before the receipt is there sends nothing twice, and gets it", async ({ browser }) => {
  const { page, context } = await citizenAtPhone(browser, "Nele Storch", "/senden/wohngeld");
  await prepareDocument(page, makePdf("Nachweis"));
  const sent = await loseAnswers(page, 2);
  const received = () => countRows(portal().adminUrl, "cases", "received_at is not null");
  const before = await received();
  await page.getByRole("button", { name: "Jetzt verschlüsselt abschicken" }).click();
  await expect.poll(received).toBe(before + 1);

  await page.reload();
  await expect(page.getByRole("heading", { name: "Ihre Sendung geht auf die Reise." })).toBeVisible();
  await expect.poll(() => sent.length).toBe(2);

  // Whoever closes the page finds it again.
  await page.goto("/vorgaenge");
  await expect(page.getByRole("heading", { name: "Unterwegs, noch nicht bestätigt" })).toBeVisible();
  await expect(page.getByText("Noch nicht abgeschickt")).toHaveCount(0);
  await expect(page.getByText("Schon unterwegs. Der Empfang ist noch nicht bestätigt.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Empfang bestätigen lassen: Wohngeld beantragen" }).click();
  await expect(page.getByRole("heading", { name: /^Abgeschickt am .+ Uhr$/ })).toBeVisible();
  await expectAccessible(page);

  const [first, ...later] = sent;
  expect(later).toHaveLength(2);
  for (const again of later) expect(again).toEqual(first);
  expect(await received()).toBe(before + 1);
  expect(await countRows(portal().adminUrl, "messages", `case_id = '${first?.caseId}'`)).toBe(1);

  await page.goto("/vorgaenge");
  await expect(page.getByRole("link", { name: /Wohngeld beantragen/ })).toHaveCount(1);
  await expect(page.getByText("Schon unterwegs.")).toHaveCount(0);
  await context.close();
});
