import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { createSearch, type Sighting } from "../canary/search.ts";
import { plantLeaks, removePlantedLog } from "../canary/plant-leaks.ts";
import { countRows } from "../canary/rows.ts";
import { expectAccessible } from "./accessible.ts";
import { markers } from "./markers.ts";
import { makePdf } from "./pdf.ts";
import { citizenAtPhone, officialAtDesk, type Person, recoveryKeyOf, unlock } from "./people.ts";
import { portal } from "./portal.ts";
import { answerWohngeld, attach, saveRecoveryKey } from "./sending.ts";

/**
 * The path that everything else widens, as its people walk it: one story, told in steps that build on each other.
 * What is typed and attached are markers; the last step looks for them in all that the server has.
 */
test.describe.configure({ mode: "serial" });

const seda = { name: "Seda Demir", subject: "official-2001" };
const karim = { name: "Karim Haddad", subject: "official-3001" };

let citizen: Person;
let official: Person;
let citizensRecoveryKey = "";
let caseAddress = "";

test.afterAll(async () => {
  await citizen?.context.close();
  await official?.context.close();
});

test("an official opens the inbox of their unit on a browser that has no key yet", async ({ browser }) => {
  official = await officialAtDesk(browser, seda.name);
  await expect(official.page.getByLabel("Wiederherstellungsschlüssel", { exact: true })).toBeVisible();
  await expectAccessible(official.page);
  await unlock(official.page, recoveryKeyOf(seda.subject));
  await expect(official.page.getByRole("heading", { level: 1 })).toContainText("Eingang");
  // What waits there depends on the stories before; an empty inbox is looked at in the unit that nobody writes to.
  await expectAccessible(official.page);
});

test("a citizen sends a PDF and reads 'Abgeschickt' only after the receipt was verified", async ({ browser }) => {
  citizen = await citizenAtPhone(browser, "Aylin Kaya-Öztürk", "/senden/wohngeld");
  const { page } = citizen;
  await fillIn(page);
  await page.getByRole("button", { name: "Weiter: Schlüssel sichern" }).click();

  citizensRecoveryKey = await saveRecoveryKey(page);
  await expectAccessible(page);
  await page.getByLabel("Ich habe den Schlüssel gespeichert oder ausgedruckt.").check();
  await expect(page.getByText("Abgeschickt am")).toHaveCount(0);
  await page.getByRole("button", { name: "Jetzt verschlüsselt abschicken" }).click();

  await expect(page.getByRole("heading", { name: /^Abgeschickt am .+ Uhr$/ })).toBeVisible();
  await expect(page.getByText(/DVD-\d\d-[0-9A-Z]{4}-[0-9A-Z]{3}/).first()).toBeVisible();
  await expectAccessible(page);
});

test("the case appears in the open inbox without a reload, with the name that only this unit can read", async () => {
  const { page } = official;
  await expect(page.getByText(markers.citizenName).first()).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole("row", { name: new RegExp(markers.citizenName) })
    .getByRole("link")
    .click();
  await page.waitForURL("**/amt/vorgang/*");
  caseAddress = new URL(page.url()).pathname;
  await expect(page.getByText(markers.citizenText)).toBeVisible();
  await expect(page.getByText("Anmeldung", { exact: true }).locator("xpath=following-sibling::dd")).toHaveText(
    "Vertrauensniveau substanziell",
  );
  await expectAccessible(page);
});

test("the official claims the case, opens the document as it was sent, and answers", async () => {
  const { page } = official;
  const saved = await saveDocument(page);
  expect(readFileSync(saved).equals(makePdf(markers.fileContent))).toBe(true);

  await page.getByRole("button", { name: "Vorgang übernehmen" }).click();
  await page.getByLabel(/^Antwort an/).fill(markers.answer);
  await page.getByRole("button", { name: /^Antwort an .+ senden$/ }).click();
  await expect(page.getByText(markers.answer)).toBeVisible();
  await expectAccessible(page);
});

test("the citizen reads the answer live and writes back", async () => {
  const { page } = citizen;
  await page.getByRole("link", { name: "Zum Vorgang" }).click();
  await expect(page.getByText(markers.answer)).toBeVisible();
  await page.getByLabel("Ihre Nachricht an die Stelle").fill(markers.followUp);
  await page.getByRole("button", { name: "Verschlüsselt senden" }).click();
  await expect(official.page.getByText(markers.followUp)).toBeVisible();
  await expectAccessible(page);
});

test("both read everything again on a second browser", async ({ browser }) => {
  const caseId = caseAddress.split("/").at(-1) ?? "";
  const secondPhone = await citizenAtPhone(browser, "Aylin Kaya-Öztürk", `/vorgaenge/${caseId}`);
  await unlock(secondPhone.page, citizensRecoveryKey);
  for (const text of [markers.citizenText, markers.answer, markers.followUp])
    await expect(secondPhone.page.getByText(text)).toBeVisible();
  expect(readFileSync(await saveDocument(secondPhone.page)).equals(makePdf(markers.fileContent))).toBe(true);
  await secondPhone.context.close();

  const secondDesk = await officialAtDesk(browser, seda.name, caseAddress);
  await unlock(secondDesk.page, recoveryKeyOf(seda.subject));
  for (const text of [markers.citizenText, markers.answer, markers.followUp])
    await expect(secondDesk.page.getByText(text)).toBeVisible();
  await secondDesk.context.close();
});

test("an official of the other authority can neither see nor guess that the case exists", async ({ browser }) => {
  const stranger = await officialAtDesk(browser, karim.name);
  await unlock(stranger.page, recoveryKeyOf(karim.subject));
  await expect(stranger.page.getByText("Alles verteilt. Neue Vorgänge erscheinen hier von selbst.")).toBeVisible();

  const words: string[] = [];
  for (const address of [caseAddress, "/amt/vorgang/0192f0a1-0000-7000-8000-00000000abcd"]) {
    await stranger.page.goto(address);
    await expect(stranger.page.getByText("Diesen Vorgang finden wir nicht.")).toBeVisible();
    words.push(await stranger.page.getByRole("main").innerText());
  }
  expect(words[0]).toBe(words[1]);
  await stranger.context.close();
});

test("the worker finds the stored document unchanged", async () => {
  await expect.poll(() => countRows(portal().adminUrl, "documents", "verified_at is not null")).toBeGreaterThan(0);
});

test("traffic, database, write-ahead log, blobs and logs hold nothing of what was written and sent", async () => {
  const { dataDir, adminUrl, trafficFile } = portal();
  const unsealed = [...Object.values(markers), citizensRecoveryKey, citizensRecoveryKey.replaceAll("-", ""), seda.name];
  const search = createSearch(unsealed);
  const everywhere = async (): Promise<Sighting[]> => [
    ...(await search.inFile(trafficFile)),
    ...(await search.inDatabase(adminUrl)),
    // Here lie the papers of the demo people, in place of their own drawers.
    ...(await search.inFolder(dataDir, (file) => file.startsWith(`${dataDir}/demo/`))),
  ];
  expect(await everywhere()).toEqual([]);

  // A search that has never found anything proves nothing: the same search must see a leak in each of these places.
  const leaks = await plantLeaks(markers.citizenText);
  const unseen = async () => {
    const sightings = await everywhere();
    return leaks.filter(({ isHere }) => !sightings.some(({ place }) => isHere(place))).map(({ what }) => what);
  };
  // What was written a moment ago may still be on its way to the disk.
  await expect.poll(unseen, { timeout: 60_000 }).toEqual([]);
  removePlantedLog();
});

async function fillIn(page: Page) {
  await page.getByLabel("Postleitzahl").fill("05123");
  await page.getByRole("button", { name: "Stelle finden" }).click();
  await expect(page.getByText("Wohngeldstelle").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Weiter" }).click();
  await answerWohngeld(page, { family: markers.citizenName, remark: markers.citizenText });
  await attach(page, `${markers.fileName}.pdf`, makePdf(markers.fileContent));
  await expect(page.getByText(markers.citizenText)).toBeVisible();
}

async function saveDocument(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Öffnen: Unterlage 1" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: `Speichern: ${markers.fileName}.pdf` }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`${markers.fileName}.pdf`);
  return file.path();
}
