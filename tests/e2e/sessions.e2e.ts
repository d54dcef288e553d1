import { type Browser, expect, type Page, test } from "@playwright/test";
import { asAdmin } from "../canary/rows.ts";
import { expectAccessible } from "./accessible.ts";
import { ageLatestLogin } from "./age-login.ts";
import { makePdf } from "./pdf.ts";
import { citizenAtPhone, officialAtDesk, recoveryKeyOf, unlock } from "./people.ts";
import { portal } from "./portal.ts";
import { prepareDocument } from "./sending.ts";

/** One citizen and their logins: how they last, how they end, and what stays. The steps build on each other. */
test.describe.configure({ mode: "serial" });

const name = "Enno Falk";
let recoveryKey = "";
const newMessage = "Ihre Nachricht an die Stelle";
const hereTitle = "Hier sind Sie angemeldet";

/** What another window says when something about the login has changed. */
const lookAgain = (page: Page) =>
  page.evaluate(() => {
    const channel = new BroadcastChannel("dvd-session");
    channel.postMessage(null);
    channel.close();
  });

const sessionsOf = (page: Page) => page.getByRole("list", { name: hereTitle }).getByRole("listitem");
const phoneOf = (browser: Browser, target: string) => citizenAtPhone(browser, name, target);

/** At the identity provider, in the window that is there. */
async function logInAgain(page: Page, who = name) {
  await page
    .getByRole("button", { name: /anmelden$/ })
    .first()
    .click();
  await page.getByLabel(new RegExp(who)).check();
  await page.getByRole("button", { name: "Anmelden" }).click();
}

test("a citizen is asked before the end, in every window, and stays with one press", async ({ browser }) => {
  const { page, context } = await phoneOf(browser, "/senden/wohngeld");
  recoveryKey = await prepareDocument(page, makePdf("Nachweis"));
  await page.getByRole("button", { name: "Jetzt verschlüsselt abschicken" }).click();
  await expect(page.getByRole("heading", { name: /^Abgeschickt am .+ Uhr$/ })).toBeVisible();
  await page.goto("/konto");
  await expect(sessionsOf(page)).toHaveCount(1);
  const second = await context.newPage();
  await second.goto("/vorgaenge");
  await expect(second.getByRole("list", { name: "Vorgangsliste" })).toBeVisible();

  // 30 minutes of the level "substanziell", of which a minute and a half is left.
  await ageLatestLogin("last_seen_at", 28.5 * 60);
  await lookAgain(second);
  await lookAgain(page);
  for (const window of [page, second]) {
    const dialog = window.getByRole("alertdialog", { name: "Sind Sie noch da?" });
    await expect(dialog).toBeVisible();
    await expect(dialog.getByText("Noch etwa eine Minute.")).toBeVisible();
  }
  await expect(page.getByRole("button", { name: "Angemeldet bleiben" })).toBeFocused();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Angemeldet bleiben" }).press("Enter");
  for (const window of [page, second]) await expect(window.getByRole("alertdialog")).toHaveCount(0);
  await expect(page.getByText("Sie bleiben angemeldet.")).toBeAttached();
  await context.close();
});

test("whose time is up is told so, and after the login is where they were", async ({ browser }) => {
  const { page, context } = await phoneOf(browser, "/vorgaenge");
  await expect(page.getByRole("heading", { name: "Auf diesem Gerät fehlt der Schlüssel." })).toBeVisible();
  await page.clock.install();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Auf diesem Gerät fehlt der Schlüssel." })).toBeVisible();
  await ageLatestLogin("last_seen_at", 31 * 60);
  await page.clock.fastForward("31:00");
  await page.waitForURL("**/anmelden?*");
  await expect(page.getByText("Ihre Anmeldung ist beendet.")).toBeVisible();
  await expectAccessible(page);
  await logInAgain(page);
  await page.waitForURL("**/vorgaenge");
  await context.close();
});

test("who is signed out elsewhere keeps what they have written, and goes on after a login in another window", async ({
  browser,
}) => {
  const lost = await phoneOf(browser, "/vorgaenge");
  await unlock(lost.page, recoveryKey);
  await lost.page.getByRole("link", { name: /Wohngeld beantragen/ }).click();
  const read = lost.page.getByText("Bitte prüfen Sie meine Nachweise.");
  await expect(read).toBeVisible();
  await lost.page.getByLabel(newMessage).fill("Noch nicht gesendet");

  const { page, context } = await phoneOf(browser, "/konto");
  await expect(page.getByRole("heading", { name: "Auf diesem Gerät fehlt der Schlüssel." })).toBeVisible();
  await lost.page.bringToFront();
  await asAdmin(portal().adminUrl, (sql) =>
    sql.unsafe(`select identity_end_other_sessions(
      (select id from sessions where revoked_at is null order by created_at desc limit 1),
      '{"low":60,"substantial":30,"high":5}', null)`),
  );
  const dialog = lost.page.getByRole("alertdialog", { name: "Sie wurden an anderer Stelle abgemeldet." });
  await expect(dialog).toBeVisible();
  await expectAccessible(lost.page);
  // What is unsent keeps the page, and nothing of the case in it.
  await expect(read).toHaveCount(0);

  const opening = lost.context.waitForEvent("page");
  await dialog.getByRole("link", { name: "In neuem Fenster anmelden" }).click();
  const aside = await opening;
  await logInAgain(aside);
  await expect(aside.getByRole("heading", { name: "Sie sind angemeldet." })).toBeVisible();
  await expectAccessible(aside);
  await expect(dialog).toHaveCount(0);
  await expect(read).toBeVisible();
  await expect(lost.page.getByLabel(newMessage)).toHaveValue("Noch nicht gesendet");
  await lost.context.close();
  await context.close();
});

test("an official sees where they are signed in, ends the other place, and has their ways back", async ({
  browser,
}) => {
  const [here, there] = [await officialAtDesk(browser, "Birgit Sauer"), await officialAtDesk(browser, "Birgit Sauer")];
  await unlock(there.page, recoveryKeyOf("official-2003"));
  await expect(there.page.getByRole("heading", { name: /Eingang/ })).toBeVisible();
  await unlock(here.page, recoveryKeyOf("official-2003"));
  await expect(here.page.getByRole("heading", { name: /Eingang/ })).toBeVisible();
  await here.page.getByRole("link", { name: "Konto" }).click();
  await here.page.waitForURL("**/amt/konto");
  await expect(sessionsOf(here.page)).toHaveCount(2);
  await expect(sessionsOf(here.page).first()).toContainText("dieses Gerät, gerade jetzt");
  await expect(here.page.getByRole("heading", { name: "Wege zurück" })).toBeVisible();
  await expectAccessible(here.page);
  await sessionsOf(here.page).nth(1).getByRole("button").click();
  await expect(sessionsOf(here.page)).toHaveCount(1);
  await there.page.waitForURL("**/anmelden?*");
  await expect(there.page.getByText("Sie wurden an anderer Stelle abgemeldet.")).toBeVisible();
  await here.context.close();
  await there.context.close();
});

test("with an old login nobody ends an account or releases a device, and no word typed or scanned is lost", async ({
  browser,
}) => {
  const { page, context } = await phoneOf(browser, "/konto");
  await unlock(page, recoveryKey);
  await expect(sessionsOf(page).first()).toBeVisible();
  await ageLatestLogin("authenticated_at", 600);
  await page.goto("/konto/loeschen");
  await expect(page.getByText("Dafür melden Sie sich bitte noch einmal an.").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Konto endgültig löschen" })).toHaveCount(0);
  await expectAccessible(page);

  await page.goto("/konto");
  await page.goto(`/konto/geraet#${"babe".repeat(7)}`);
  await expect(page.getByText("Die Anmeldung öffnet sich in einem neuen Fenster.")).toBeVisible();
  await expect(page.getByLabel("Wörter vom neuen Gerät")).toHaveCount(0);
  await expectAccessible(page);
  const opened = context.waitForEvent("page");
  await page.getByRole("link", { name: "Neu anmelden" }).click();
  const aside = await opened;
  await logInAgain(aside);
  await expect(aside.getByRole("heading", { name: "Sie sind angemeldet." })).toBeVisible();
  await expect(page.getByLabel("Wörter vom neuen Gerät")).toHaveValue(Array(7).fill("babe").join(" "));
  await aside.close();
  await page.goto("/konto/loeschen");
  await expect(page.getByRole("button", { name: "Konto endgültig löschen" })).toBeVisible();
  await context.close();
});

test("who changes ways back with an old login goes through the login and comes back to the same place", async ({
  browser,
}) => {
  const { page, context } = await officialAtDesk(browser, "Thorsten Brandt");
  await unlock(page, recoveryKeyOf("official-2002"));
  await expect(page.getByRole("heading", { name: /Eingang/ })).toBeVisible();
  await ageLatestLogin("authenticated_at", 600);
  await page.goto("/amt/konto");
  await page.getByRole("button", { name: "Sieben Wörter einrichten" }).click();
  await expect(page.getByText("Dafür melden Sie sich bitte noch einmal an.").first()).toBeVisible();
  await expect(page.getByRole("list", { name: "Ihre sieben Wörter" })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Neu anmelden" }).click();
  await logInAgain(page, "Thorsten Brandt");
  await page.waitForURL("**/amt/konto");
  await page.getByRole("button", { name: "Sieben Wörter einrichten" }).click();
  await expect(page.getByRole("list", { name: "Ihre sieben Wörter" }).getByRole("listitem")).toHaveCount(7);
  await context.close();
});

test("who signs out is out here at once, and is led to the provider to end it there as well", async ({ browser }) => {
  const { page, context } = await phoneOf(browser, "/vorgaenge");
  // The answer comes late: by then the stream of the page has ended, the page has asked whether it is signed in, and one
  // that wanted to leave for the login would have left.
  await page.route("**/api/auth/signout", async (route) => {
    const isAsked = page.waitForResponse((answer) => answer.url().includes("getSession") && answer.status() === 401);
    const answer = await route.fetch();
    await isAsked;
    await page.waitForTimeout(1_500);
    await route.fulfill({ response: answer });
  });
  await page.getByRole("banner").getByRole("button", { name: "Abmelden" }).click();
  await expect(page.getByRole("heading", { name: "Sie sind abgemeldet." })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/vorgaenge");
  await expect(page).toHaveURL(/\/anmelden\?/);
  await page.goto("/abgemeldet?als=citizen");
  await page.getByRole("link", { name: "Beim Bürgerkonto abmelden" }).click();
  await page.getByRole("button", { name: "Ja, abmelden" }).click();
  await page.waitForURL("**/abgemeldet");
  await expect(page.getByRole("heading", { name: "Sie sind abgemeldet." })).toBeVisible();
  await expect(page.getByRole("link", { name: "Beim Bürgerkonto abmelden" })).toHaveCount(0);

  await page.goto("/abgemeldet?als=citizen&grund=provider-down");
  await expect(page.getByText("Der Anmeldedienst antwortet gerade nicht.")).toBeVisible();
  await expectAccessible(page);
  await context.close();
});

test("a fifth window finds its news without a stream of its own, and nobody is told of it", async ({ browser }) => {
  const { page, context } = await phoneOf(browser, "/vorgaenge");
  const windows = [page];
  while (windows.length < 5) windows.push(await context.newPage());
  const noise: string[] = [];
  const last = windows.at(-1) ?? page;
  last.on("console", (message) => noise.push(message.text()));
  const answered = last.waitForResponse("**/api/live");
  for (const window of windows.slice(1)) await window.goto("/vorgaenge");
  await expect(last.getByRole("heading", { name: "Auf diesem Gerät fehlt der Schlüssel." })).toBeVisible();
  expect(await (await answered).text()).toContain("event: later");
  await expect(last.getByText("Neuigkeiten kommen gerade verzögert an.")).toHaveCount(0);
  expect(noise).toEqual([]);
  await context.close();
});
