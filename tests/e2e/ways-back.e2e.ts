import { type Browser, expect, type Page, test } from "@playwright/test";
import { createSearch } from "../canary/search.ts";
import { expectAccessible } from "./accessible.ts";
import { makePdf } from "./pdf.ts";
import { citizenAtPhone, type Person, signIn, unlock } from "./people.ts";
import { portal } from "./portal.ts";
import { prepareDocument, saveRecoveryKey } from "./sending.ts";

/** One citizen, who has sent something, and every way in which they come back to it. The steps build on each other. */
test.describe.configure({ mode: "serial" });

const name = "Mila Brandt";
const missing = "Auf diesem Gerät fehlt der Schlüssel.";
const locked = "Ihre Unterlagen sind verschlossen.";

let first: Person;
let words = "";
let recoveryKey = "";
let newRecoveryKey = "";

test.afterAll(() => first?.context.close());

const freshBrowser = (browser: Browser, target = "/vorgaenge") => citizenAtPhone(browser, name, target);

/** The first word becomes another one that could be right. */
const otherWords = (known: string) => (known.startsWith("ba") ? `bo${known.slice(2)}` : `ba${known.slice(2)}`);

const expectMissing = (page: Page) => expect(page.getByRole("heading", { name: missing })).toBeVisible();
const expectOwnCases = (page: Page) =>
  expect(page.getByRole("list", { name: "Vorgangsliste" }).getByRole("listitem")).toHaveCount(1);
const waysOf = (page: Page) => page.getByRole("list", { name: "Wege zurück zu Ihrem Schlüssel" }).getByRole("listitem");

test("a citizen who has sent something has one way back, and adds seven words", async ({ browser }) => {
  first = await freshBrowser(browser, "/senden/wohngeld");
  const { page } = first;
  recoveryKey = await prepareDocument(page, makePdf("Nachweis"));
  await page.getByRole("button", { name: "Jetzt verschlüsselt abschicken" }).click();
  await expect(page.getByRole("heading", { name: /^Abgeschickt am .+ Uhr$/ })).toBeVisible();

  await page.goto("/konto");
  await expect(waysOf(page)).toHaveCount(1);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Sieben Wörter einrichten" }).click();
  const shown = page.getByRole("list", { name: "Ihre sieben Wörter" }).getByRole("listitem");
  await expect(shown).toHaveCount(7);
  words = (await shown.allInnerTexts()).map((text) => text.split(/\s+/).at(-1)).join(" ");
  await expectAccessible(page);

  await page.getByRole("button", { name: "Wörter einrichten", exact: true }).click();
  await expect(page.getByText("Bitte bestätigen Sie, dass Sie die Wörter haben.").first()).toBeVisible();
  await page.getByLabel("Ich habe die sieben Wörter.").check();
  await page.getByRole("button", { name: "Wörter einrichten", exact: true }).click();
  await expect(waysOf(page)).toHaveCount(2);
  await expect(page.getByText(words.split(" ")[0] ?? "", { exact: true })).toHaveCount(0);
});

test("the seven words open a browser without a key, and no other words do", async ({ browser }) => {
  const { page, context } = await freshBrowser(browser);
  await expectMissing(page);
  await expectAccessible(page);
  const open = async (typed: string) => {
    await page.getByLabel("Sieben Wörter").fill(typed);
    await page.getByRole("button", { name: "Mit den Wörtern öffnen" }).click();
  };
  await open(words.replace(" ", "x "));
  await expect(page.getByText("Im 1. Wort stimmt etwas nicht.").first()).toBeVisible();
  await open(otherWords(words));
  await expect(page.getByText("Diese Wörter öffnen dieses Konto nicht.").first()).toBeVisible();
  await expectAccessible(page);
  await open(words.toUpperCase().replaceAll(" ", "-"));
  await expectOwnCases(page);
  await page.reload();
  await expectOwnCases(page);
  await context.close();
});

test("a passkey is added, and opens a browser that has lost its key; one that cannot compute is refused", async ({
  browser,
}) => {
  const { page, context } = await freshBrowser(browser, "/konto");
  await openWithWords(page, words);
  const passkeys = await givePasskeys(page);

  await passkeys.plug({ hasPrf: false });
  await page.getByRole("button", { name: "Passkey einrichten" }).click();
  await expect(page.getByText("Dieser Passkey kann keine Schlüssel öffnen.").first()).toBeVisible();
  await expect(waysOf(page)).toHaveCount(2);
  await expectAccessible(page);

  const authenticator = await passkeys.plug({ hasPrf: true });
  await page.getByRole("button", { name: "Passkey einrichten" }).click();
  await expect(waysOf(page)).toHaveCount(3);
  await page.getByRole("button", { name: "Passkey einrichten" }).click();
  await expect(page.getByText("Hier ist schon ein Passkey für dieses Konto eingerichtet.").first()).toBeVisible();
  await expect(waysOf(page)).toHaveCount(3);

  await loseDeviceKey(page);
  await page.goto("/vorgaenge");
  await expectMissing(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Mit Passkey öffnen" }).click();
  await expectOwnCases(page);

  await loseDeviceKey(page);
  await page.goto("/vorgaenge");
  await expectMissing(page);
  await passkeys.verifyUser(authenticator, false);
  await page.getByRole("button", { name: "Mit Passkey öffnen" }).click();
  await expect(page.getByText("Es wurde kein Passkey verwendet.").first()).toBeVisible();
  await expectAccessible(page);
  await context.close();
});

test("ways back are removed and renewed, and the last one that stands alone stays", async ({ browser }) => {
  const { page } = first;
  await signIn(page, "citizen", name, "/konto");
  await expect(waysOf(page)).toHaveCount(3);
  await page.getByRole("button", { name: "Wiederherstellungsschlüssel entfernen" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Ja, entfernen" }).click();
  await expect(waysOf(page)).toHaveCount(2);
  // The passkey does not stand alone, so the words cannot go.
  await expect(page.getByRole("button", { name: "Passkey entfernen" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Sieben Wörter entfernen" })).toHaveCount(0);

  await page.getByRole("button", { name: "Wiederherstellungsschlüssel einrichten" }).click();
  newRecoveryKey = await saveRecoveryKey(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("img", { name: "Ihr Wiederherstellungsschlüssel" })).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await expectAccessible(page);
  await page.getByLabel("Ich habe den neuen Schlüssel gespeichert oder ausgedruckt.").check();
  await page.getByRole("button", { name: "Neuen Schlüssel einrichten" }).click();
  await expect(waysOf(page)).toHaveCount(3);

  const fresh = await freshBrowser(browser);
  await unlock(fresh.page, recoveryKey);
  await expect(
    fresh.page.getByText("Dieser Wiederherstellungsschlüssel gehört zu einem anderen Konto.").first(),
  ).toBeVisible();
  await unlock(fresh.page, newRecoveryKey);
  await expectOwnCases(fresh.page);
  await fresh.context.close();
});

test("locking empties every window of the browser, and this device opens them again", async () => {
  const { page, context } = first;
  const second = await context.newPage();
  await second.goto("/vorgaenge");
  await expectOwnCases(second);
  await page.goto("/konto");
  await page.getByRole("button", { name: "Jetzt sperren" }).click();
  for (const window of [page, second]) await expect(window.getByRole("heading", { name: locked })).toBeVisible();
  await expect(second.getByRole("list", { name: "Vorgangsliste" })).toHaveCount(0);
  await expectAccessible(second);
  await second.getByRole("button", { name: "Mit diesem Gerät öffnen" }).click();
  await expectOwnCases(second);
  await second.close();
});

test("fifteen minutes without a person lock the page", async ({ browser }) => {
  const { page, context } = await freshBrowser(browser);
  await openWithWords(page, words);
  await page.clock.install();
  await page.reload();
  await expectOwnCases(page);
  await page.clock.fastForward("14:00");
  await expectOwnCases(page);
  await page.clock.fastForward("02:00");
  await expect(page.getByRole("heading", { name: locked })).toBeVisible();
  await context.close();
});

test("a device that forgets needs a way back, and loses nothing", async () => {
  const { page } = first;
  await page.goto("/konto");
  await page.getByRole("button", { name: "Dieses Gerät vergessen" }).click();
  await expect(page.getByText("Soll dieses Gerät Ihren Schlüssel vergessen?")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Ja, vergessen" }).click();
  await expectMissing(page);
  await page.goto("/vorgaenge");
  await openWithWords(page, words);
  await expectOwnCases(page);
});

test("traffic, database, blobs and logs hold none of the words and keys that were shown", async () => {
  const { dataDir, adminUrl, trafficFile } = portal();
  const shown = [words, recoveryKey, newRecoveryKey];
  const search = createSearch([...shown, ...shown.map((text) => text.replaceAll(/[ -]/g, ""))]);
  expect(shown.filter((text) => text === "")).toEqual([]);
  expect(await search.inFile(trafficFile)).toEqual([]);
  expect(await search.inDatabase(adminUrl)).toEqual([]);
  expect(await search.inFolder(dataDir, (file) => file.startsWith(`${dataDir}/demo/`))).toEqual([]);
});

async function openWithWords(page: Page, typed: string) {
  await expectMissing(page);
  await page.getByLabel("Sieben Wörter").fill(typed);
  await page.getByRole("button", { name: "Mit den Wörtern öffnen" }).click();
  await expect(page.getByRole("heading", { name: missing })).toHaveCount(0);
}

/** What some browsers do by themselves after a while. */
const loseDeviceKey = (page: Page) =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase("dvd-keys");
        request.onsuccess = resolve;
        request.onerror = reject;
      }),
  );

/** Chromium's own authenticators, plugged in one after the other: nobody is there to touch a real one. */
async function givePasskeys(page: Page) {
  const browser = await page.context().newCDPSession(page);
  await browser.send("WebAuthn.enable");
  let plugged: string | undefined;
  return {
    async plug({ hasPrf }: { hasPrf: boolean }) {
      if (plugged) await browser.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId: plugged });
      const { authenticatorId } = await browser.send("WebAuthn.addVirtualAuthenticator", {
        options: {
          protocol: "ctap2",
          ctap2Version: "ctap2_1",
          transport: "internal",
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          hasPrf,
        },
      });
      plugged = authenticatorId;
      return authenticatorId;
    },
    verifyUser: (authenticatorId: string, isUserVerified: boolean) =>
      browser.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
  };
}
