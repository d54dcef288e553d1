import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";

/** A person's first document, filled in up to the button that sends it. Returns their recovery key. */
export async function prepareDocument(page: Page, pdf: Buffer): Promise<string> {
  await fillInDocument(page, pdf);
  await page.getByRole("button", { name: "Weiter: Schlüssel sichern" }).click();
  const recoveryKey = await saveRecoveryKey(page);
  await page.getByLabel("Ich habe den Schlüssel gespeichert oder ausgedruckt.").check();
  return recoveryKey;
}

/** Up to the page where everything is looked over once more. */
export async function fillInDocument(page: Page, pdf: Buffer) {
  await findOffice(page);
  await answerWohngeld(page, { family: "Sommer", remark: "Bitte prüfen Sie meine Nachweise." });
  await attach(page, "nachweis.pdf", pdf);
}

/** Leaving would ask nobody anything: what was typed is kept on this device. */
export const expectKept = (page: Page) =>
  expect.poll(() => page.evaluate(() => dispatchEvent(new Event("beforeunload", { cancelable: true })))).toBe(true);

export const goOn = (page: Page) => page.getByRole("button", { name: "Weiter", exact: true }).click();

export async function findOffice(page: Page) {
  await page.getByLabel("Postleitzahl").fill("05123");
  await page.getByRole("button", { name: "Stelle finden" }).click();
  await goOn(page);
}

/** The form of the demo, each page in turn. `at` looks at each page before it is left. */
export async function answerWohngeld(
  page: Page,
  { family, remark }: { family: string; remark: string },
  at: () => Promise<void> = async () => undefined,
) {
  const answers: (() => Promise<void>)[] = [
    async () => {
      await page.getByLabel("Vorname").fill("Grete");
      await page.getByLabel("Nachname").fill(family);
    },
    async () => {
      await page.getByLabel("Straße und Hausnummer").fill("Lindenweg 4");
      await expect(page.getByLabel("Postleitzahl")).toHaveValue("05123");
      await page.getByLabel("Ort", { exact: true }).fill("Musterfurt");
    },
    () => page.getByLabel("Wie viele Personen wohnen dort").fill("2"),
    () => page.getByLabel("Zur Miete").check(),
    () => page.getByLabel("Wie hoch ist Ihre Miete").fill("612,50"),
    () => page.getByLabel("Wie hoch ist das Einkommen").fill("1.480"),
    () => page.getByLabel("Arbeit oder Ausbildung").check(),
    () => page.getByLabel("Auf welches Konto").fill("DE89 3704 0044 0532 0130 00"),
    // Nobody has to leave a number.
    async () => undefined,
    () => page.getByLabel("Möchten Sie der Stelle noch etwas sagen?").fill(remark),
  ];
  for (const answer of answers) {
    await answer();
    await at();
    await goOn(page);
  }
}

/** In the first place that there is. */
export async function pickFile(page: Page, name: string, pdf: Buffer) {
  const file = { name, mimeType: "application/pdf", buffer: pdf };
  await page.locator('input[type="file"]').first().setInputFiles(file);
  await expect(page.getByRole("button", { name: `${name} entfernen` })).toBeVisible();
  await goOn(page);
}

/** One document; what else is asked for follows later. */
export async function attach(page: Page, name: string, pdf: Buffer) {
  await pickFile(page, name, pdf);
  await page.getByRole("button", { name: "Ohne diese Unterlagen weiter" }).click();
}

/** What a service asks for that has no form of its own, sent by somebody who has no key yet. Returns where officials find it. */
export async function sendRequest(page: Page, wish: { name: string; about: string; file: string; pdf: Buffer }) {
  await findOffice(page);
  await page.getByLabel("Ihr Name").fill(wish.name);
  await page.getByLabel("Worum geht es?").fill(wish.about);
  await goOn(page);
  await pickFile(page, wish.file, wish.pdf);
  await page.getByRole("button", { name: "Weiter: Schlüssel sichern" }).click();
  await saveRecoveryKey(page);
  await page.getByLabel("Ich habe den Schlüssel gespeichert oder ausgedruckt.").check();
  await page.getByRole("button", { name: "Jetzt verschlüsselt abschicken" }).click();
  await page.getByRole("link", { name: "Zum Vorgang" }).click();
  await page.waitForURL("**/vorgaenge/*");
  const reference = page.getByText(/^DVD-\d\d-[0-9A-Z]{4}-[0-9A-Z]{3}$/).first();
  return {
    caseAddress: new URL(page.url()).pathname.replace("/vorgaenge/", "/amt/vorgang/"),
    reference: (await reference.textContent()) ?? "",
  };
}

export async function saveRecoveryKey(page: Page): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Als Datei speichern" }).click();
  const text = readFileSync(await (await download).path(), "utf8");
  const [key = ""] = /(?:[0-9A-Z]{5}-){7}[0-9A-Z]{5}/.exec(text) ?? [];
  expect(key).not.toBe("");
  return key;
}
