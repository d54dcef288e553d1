import { readFileSync } from "node:fs";
import { expect, type Locator, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { makePdf } from "./pdf.ts";
import { citizenAtPhone, officialAtDesk, type Person, recoveryKeyOf, unlock } from "./people.ts";
import { prepareDocument } from "./sending.ts";

/** What happens in a case after it was sent: evidence is asked for and given, and another one is withdrawn. */
test.describe.configure({ mode: "serial" });

const seda = { name: "Seda Demir", subject: "official-2001" };
/** From the list of the service, and in the official's own words. */
const ticked = "Mietvertrag, alle Seiten";
const written = "Gehaltsnachweis Oktober";

const payslip = makePdf("Gehaltsnachweis");

const pick = (area: Locator, slot: string, name: string, buffer: Buffer) =>
  area
    .locator(`[data-slot="${slot}"] input[type="file"]`)
    .first()
    .setInputFiles({ name, mimeType: "application/pdf", buffer });

let citizen: Person;
let official: Person;
let reference = "";
let caseAddress = "";

test.afterAll(async () => {
  await citizen?.context.close();
  await official?.context.close();
});

test("a citizen sends, and sees in the history of the case that it arrived", async ({ browser }) => {
  citizen = await citizenAtPhone(browser, "Jette Kranich", "/senden/wohngeld");
  const { page } = citizen;
  // A browser that does not promise to keep what a page stores.
  await page.evaluate(() => {
    StorageManager.prototype.persist = () => Promise.resolve(false);
  });
  await prepareDocument(page, makePdf("Antrag"));
  await page.getByRole("button", { name: "Jetzt verschlüsselt abschicken" }).click();
  await page.getByRole("link", { name: "Zum Vorgang" }).click();
  await page.waitForURL("**/vorgaenge/*");
  caseAddress = new URL(page.url()).pathname;
  await expect(page.getByText("Abgeschickt und angekommen")).toBeVisible();
  reference =
    (await page
      .getByText(/^DVD-\d\d-[0-9A-Z]{4}-[0-9A-Z]{3}$/)
      .first()
      .textContent()) ?? "";
});

test("an official takes the case and asks for what is missing", async ({ browser }) => {
  official = await officialAtDesk(browser, seda.name, caseAddress.replace("/vorgaenge/", "/amt/vorgang/"));
  const { page } = official;
  await unlock(page, recoveryKeyOf(seda.subject));
  await expect(page.getByText(reference).first()).toBeVisible();
  await expect(page.getByText("Unterlagen nachfordern")).toHaveCount(0);
  await page.getByRole("button", { name: "Öffnen: Unterlage 1" }).click();
  await page.getByRole("button", { name: "Vorgang übernehmen" }).click();
  await page.getByText("Unterlagen nachfordern").click();

  const send = page.getByRole("button", { name: /^Nachforderung an .+ senden$/ });
  await send.click();
  await expect(page.getByText("Bitte nennen Sie mindestens eine Unterlage.").first()).toBeVisible();
  await expect(page.getByText("Bitte wählen Sie, bis wann.").first()).toBeVisible();
  await expectAccessible(page);
  const list = page.getByRole("group", { name: "Was fehlt?" });
  await list.getByLabel(ticked).check();
  await list.getByLabel("Andere Unterlagen").fill(written);
  await page.getByLabel("Was möchten Sie dazu sagen?").fill("Ohne beides kann ich nicht rechnen.");
  await page.getByLabel(/in 2 Wochen/).check();
  await send.click();
  await expect(page.getByText("Wartet auf Antwort")).toBeVisible();
  await expect(page.getByText(/Nachgefordert bis/)).toBeVisible();
  await expect(page.getByText("Unterlage 1 von der Stelle zum ersten Mal geöffnet")).toBeVisible();
  await expectAccessible(page);
});

test("a citizen who reads English finds what was ticked in English, beside the words of the office", async () => {
  const { page } = citizen;
  await page.getByRole("button", { name: "English" }).click();
  const card = page.getByRole("region", { name: "What the office still needs from you" });
  await expect(card.getByText("Tenancy agreement, all pages", { exact: true })).toBeVisible();
  await expect(card.getByText(`In the words of the office: ${ticked}`)).toBeVisible();
  await expect(card.getByText(written, { exact: true })).toBeVisible();
  await expect(card.getByText(`In the words of the office: ${written}`)).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Deutsch", exact: true }).click();
});

test("the citizen finds the task first in the list and on the case, and answers it", async () => {
  const { page } = citizen;
  await expect(page.getByRole("heading", { name: "Das braucht die Stelle noch von Ihnen" })).toBeVisible();
  await page.getByRole("link", { name: "Meine Vorgänge" }).first().click();
  const task = page.getByRole("list", { name: "Das braucht etwas von Ihnen" }).getByRole("listitem");
  await expect(task).toContainText("Bitte antworten Sie bis");
  await expect(page.getByText("Sonst läuft gerade kein Vorgang.")).toBeVisible();
  await expectAccessible(page);
  await task.getByRole("link").click();

  const card = page.getByRole("region", { name: "Das braucht die Stelle noch von Ihnen" });
  const send = card.getByRole("button", { name: "Antwort verschlüsselt senden" });
  for (const item of [ticked, written]) await expect(card.getByText(item)).toBeVisible();
  await expect(page.getByText("Die Stelle hat Unterlage 1 zum ersten Mal geöffnet")).toBeVisible();
  await expectAccessible(page);
  await send.click();
  await expect(card.getByText("Bitte schreiben Sie etwas oder fügen Sie eine Unterlage hinzu.")).toBeVisible();

  await pick(card, "item-2", "gehalt-oktober.pdf", payslip);
  await expect(card.getByText("gehalt-oktober.pdf")).toBeVisible();
  await expect(card.getByText("kann Ihr Browser sie vorher löschen", { exact: false })).toBeVisible();
  await expect(card.getByText("Bitte schreiben Sie etwas oder")).toHaveCount(0);
  await expectAccessible(page);
  await card.getByLabel("Ihre Antwort").fill("Der Mietvertrag liegt dem ersten Antrag bei.");
  await send.click();
  await expect(card).toHaveCount(0);
  await expect(page.getByText("Sie haben geantwortet")).toBeVisible();
  await expect(page.getByText("Gehaltsnachweis Oktober: Unterlage 3")).toBeVisible();
});

test("the official reads the answer at once and has the case again", async () => {
  const { page } = official;
  await expect(page.getByText("Der Mietvertrag liegt dem ersten Antrag bei.")).toBeVisible();
  await expect(page.getByText("Die Nachforderung wurde beantwortet")).toBeVisible();
  await expect(page.getByText("Gehaltsnachweis Oktober: Unterlage 3")).toBeVisible();
  await expect(page.getByText("Unterlagen, die hier fehlen")).toHaveCount(0);
  const answered = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: "Öffnen: Unterlage 3" }) });
  await expect(answered.getByText("Neu", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Öffnen: Unterlage 3" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Speichern: gehalt-oktober.pdf" }).click();
  expect(readFileSync(await (await download).path()).equals(payslip)).toBe(true);
  await expect(page.getByText("Unterlagen nachfordern", { exact: true })).toBeVisible();
});

test("an official who does not wait any longer goes on, and the answer still finds its place", async () => {
  const { page } = official;
  await page.getByText("Unterlagen nachfordern", { exact: true }).click();
  await page.getByRole("group", { name: "Was fehlt?" }).getByLabel("Andere Unterlagen").fill("Rentenbescheid");
  await page.getByLabel(/in 1 Woche/).check();
  await page.getByRole("button", { name: /^Nachforderung an .+ senden$/ }).click();
  const resume = page.getByRole("button", { name: "Ohne Antwort weiterarbeiten" });
  await expect(resume).toBeVisible();
  const card = citizen.page.getByRole("region", { name: "Das braucht die Stelle noch von Ihnen" });
  await pick(card, "item-1", "rente.pdf", makePdf("Rente"));
  await expect(card.getByText("rente.pdf")).toBeVisible();

  await expectAccessible(page);
  await resume.click();
  await expect(page.getByText("Ohne Antwort weitergearbeitet")).toBeVisible();
  await expect(resume).toHaveCount(0);
  await expect(card).toHaveCount(0);
  await expect(citizen.page.getByText(/^Die Stelle arbeitet ohne Ihre Antwort weiter\./)).toBeVisible();

  await citizen.page.getByText("Noch auf die Nachforderung antworten").click();
  const late = citizen.page.locator("details").filter({ hasText: "Noch auf die Nachforderung antworten" });
  await expect(late.getByText("rente.pdf")).toBeVisible();
  await expectAccessible(citizen.page);
  await late.getByRole("button", { name: "Verschlüsselt nachreichen" }).click();
  await expect(page.getByText("Rentenbescheid: Unterlage 4")).toBeVisible();
  await expect(citizen.page.getByText("Weitere Unterlagen nachreichen")).toBeVisible();
});

test("the citizen adds a document that nobody asked for", async () => {
  const { page } = citizen;
  await page.getByText("Weitere Unterlagen nachreichen").click();
  const form = page.locator("details").filter({ hasText: "Weitere Unterlagen nachreichen" });
  await pick(form, "item-1", "kontoauszug.pdf", makePdf("Kontoauszug"));
  await expect(form.getByText("kontoauszug.pdf")).toBeVisible();
  await form.getByRole("button", { name: "Verschlüsselt nachreichen" }).click();
  await expect(page.getByText("Sie haben Unterlage 5 nachgereicht")).toBeVisible();
  await expect(page.getByText("Weitere Unterlagen: Unterlage 5")).toBeVisible();
  await expect(official.page.getByText("Unterlage 5 wurde nachgereicht")).toBeVisible();
  await expect(official.page.getByText("Unterlagen, die hier fehlen")).toHaveCount(0);
});

test("the citizen withdraws after reading what that means, and both keep what was sent", async () => {
  const { page } = citizen;
  await page.getByText("Vorgang zurückziehen", { exact: true }).click();
  await page.getByRole("button", { name: "Jetzt zurückziehen" }).click();
  await expect(page.getByText("Bitte bestätigen Sie, dass Sie zurückziehen möchten.").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Ja, ich möchte diesen Vorgang zurückziehen.").check();
  await page.getByRole("button", { name: "Jetzt zurückziehen" }).click();
  await expect(page.getByText("Sie haben den Vorgang zurückgezogen")).toBeVisible();
  await expect(page.getByLabel("Ihre Nachricht an die Stelle")).toHaveCount(0);
  await expectAccessible(page);

  await expect(official.page.getByText("Von der absendenden Person zurückgezogen")).toBeVisible();
  await expect(official.page.getByLabel(/^Antwort an/)).toHaveCount(0);
  await expectAccessible(official.page);
});

test("the list tells what is over from what runs", async () => {
  const { page } = citizen;
  await page.getByRole("link", { name: "Meine Vorgänge" }).first().click();
  await expect(page.getByText("Gerade läuft kein Vorgang.")).toBeVisible();
  await page.getByRole("button", { name: "Abgeschlossen" }).click();
  await expect(page.getByRole("list", { name: "Vorgangsliste" }).getByRole("listitem")).toContainText("Zurückgezogen");
  await expectAccessible(page);
});
