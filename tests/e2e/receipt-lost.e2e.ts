import { type BrowserContext, expect, test } from "@playwright/test";
import { countRows } from "../canary/rows.ts";
import { expectAccessible } from "./accessible.ts";
import { makePdf } from "./pdf.ts";
import { citizenAtPhone } from "./people.ts";
import { portal } from "./portal.ts";
import { prepareDocument } from "./sending.ts";

/**
 * Takes the answers to the first calls away, in whichever window; the portal itself has heard them. The first one hangs, as
 * on a line that has just broken, and the others fail. Returns what was sent, call by call.
 */
async function loseAnswers(context: BrowserContext, count: number) {
  const sent: { caseId: string; message: object }[] = [];
  await context.route("**/api/trpc/cases.submitCase**", async (route) => {
    // The shape is our own page's; another one fails the story.
    sent.push(route.request().postDataJSON() as (typeof sent)[number]);
    const call = sent.length;
    if (call > count) await route.continue();
    else await route.fetch();
    if (call > 1 && call <= count) await route.abort("internetdisconnected");
  });
  return sent;
}

test("a sending whose receipt was lost is confirmed once, whichever window asks, and sent twice by none", async ({
  browser,
}) => {
  const { page, context } = await citizenAtPhone(browser, "Nele Storch", "/senden/wohngeld");
  await prepareDocument(page, makePdf("Nachweis"));
  // The one that hangs, and three tries after the reload.
  const sent = await loseAnswers(context, 4);
  const received = () => countRows(portal().adminUrl, "cases", "received_at is not null");
  const [before, begun] = [await received(), await countRows(portal().adminUrl, "cases", "true")];
  await page.getByRole("button", { name: "Jetzt verschlüsselt abschicken" }).click();
  await expect.poll(received).toBe(before + 1);

  await page.reload();
  await expect(page.getByRole("heading", { name: "Der Empfang ist noch nicht bestätigt." })).toBeVisible({
    timeout: 20_000,
  });
  expect(sent).toHaveLength(4);

  // Whoever closes the page finds it again, here in another window.
  const other = await context.newPage();
  await other.goto("/vorgaenge");
  await expect(other.getByRole("heading", { name: "Unterwegs, noch nicht bestätigt" })).toBeVisible();
  await expect(other.getByText("Noch nicht abgeschickt")).toHaveCount(0);
  await expect(other.getByText("Schon unterwegs. Der Empfang ist noch nicht bestätigt.")).toBeVisible();
  await expectAccessible(other);
  await other.getByRole("button", { name: "Empfang bestätigen lassen: Wohngeld beantragen" }).click();
  await expect(other.getByRole("heading", { name: /^Abgeschickt am .+ Uhr$/ })).toBeVisible();
  await expectAccessible(other);
  expect(sent).toHaveLength(5);

  // The first window still waits for it. It hears of it, and does not take for lost what it does not find any more.
  await expect(page.getByRole("heading", { name: "In einem anderen Fenster abgeschickt." })).toBeVisible();
  await expect(page.getByRole("main").getByText("Von hier aus wird nichts mehr gesendet")).toBeVisible();
  await expect(page.getByRole("button", { name: "Nochmal versuchen" })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Das stand nur in diesem Fenster" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Zurück und ändern" })).toHaveCount(0);
  await expectAccessible(page);

  const [first, ...later] = sent;
  expect(later).toHaveLength(4);
  for (const again of later) expect(again).toEqual(first);
  expect(await received()).toBe(before + 1);
  expect(await countRows(portal().adminUrl, "cases", "true")).toBe(begun + 1);
  expect(await countRows(portal().adminUrl, "messages", `case_id = '${first?.caseId}'`)).toBe(1);

  await page.getByRole("link", { name: "Zum Vorgang" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Wohngeld beantragen" })).toBeVisible();
  await page.goto("/vorgaenge");
  await expect(page.getByRole("link", { name: /Wohngeld beantragen/ })).toHaveCount(1);
  await expect(page.getByText("Schon unterwegs.")).toHaveCount(0);
  await context.close();
});
