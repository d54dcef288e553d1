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
  await page.getByLabel("Postleitzahl").fill("05123");
  await page.getByRole("button", { name: "Stelle finden" }).click();
  await page.getByRole("button", { name: "Weiter" }).click();
  await page.getByLabel("Ihr Name").fill("Grete Sommer");
  await page.getByLabel("Worum geht es?").fill("Bitte prüfen Sie meine Nachweise.");
  await page.getByRole("button", { name: "Weiter" }).click();
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "nachweis.pdf", mimeType: "application/pdf", buffer: pdf });
  await page.getByRole("button", { name: "Weiter" }).click();
}

export async function saveRecoveryKey(page: Page): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Als Datei speichern" }).click();
  const text = readFileSync(await (await download).path(), "utf8");
  const [key = ""] = /(?:[0-9A-Z]{5}-){7}[0-9A-Z]{5}/.exec(text) ?? [];
  expect(key).not.toBe("");
  return key;
}
