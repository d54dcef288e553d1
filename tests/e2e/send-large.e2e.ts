import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, type Page, type Request, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { digestOf, writeLargePdf } from "./large-pdf.ts";
import { makePdf } from "./pdf.ts";
import { citizenAtPhone, officialAtDesk, recoveryKeyOf, unlock } from "./people.ts";
import { answerWohngeld, findOffice, goOn, saveRecoveryKey } from "./sending.ts";

const folder = mkdtempSync(path.join(tmpdir(), "dvd-large-"));
test.afterAll(() => rmSync(folder, { recursive: true }));

const large = path.join(folder, "bauakte.pdf");

test("three documents, one of 300 MB, arrive as they were over a lost connection and a reload", async ({ browser }) => {
  test.setTimeout(300_000);
  writeLargePdf(large, 300_000_000);
  const citizen = await citizenAtPhone(browser, "Almut Buche", "/vorgaenge");
  const { page, context } = citizen;
  const stored = new Set<string>();
  const sentAgain: string[] = [];
  context.on("request", (request) => {
    const part = partOf(request);
    if (part && stored.has(part)) sentAgain.push(part);
  });
  context.on("response", (response) => {
    const part = partOf(response.request());
    if (part && response.ok()) stored.add(part);
  });
  await page.addInitScript(sendAsBlobs);
  await page.goto("/senden/wohngeld");
  await fillIn(page);
  await slot(page, "mietvertrag").locator('input[type="file"]').first().setInputFiles(large);
  const others = ["lohn-september.pdf", "lohn-oktober.pdf"];
  const pdfs = others.map((name) => ({ name, mimeType: "application/pdf", buffer: makePdf(name) }));
  await slot(page, "einkommen").locator('input[type="file"]').first().setInputFiles(pdfs);
  await expect(page.getByText("Liegt verschlüsselt auf diesem Gerät bereit.")).toHaveCount(3, { timeout: 60_000 });
  await goOn(page);
  await page.getByRole("button", { name: "Weiter: Schlüssel sichern" }).click();
  await saveRecoveryKey(page);
  await page.getByLabel("Ich habe den Schlüssel gespeichert oder ausgedruckt.").check();

  await page.getByRole("button", { name: "Jetzt verschlüsselt abschicken" }).click();
  await expect(page.getByText(/^Wird Teil für Teil verschlüsselt und übertragen, \d\d+\sMB/)).toBeVisible();
  await expect.poll(() => stored.size).toBeGreaterThan(1);
  await context.setOffline(true);
  await expect(page.getByText("Wartet auf Verbindung.", { exact: false }).first()).toBeVisible();
  await expectAccessible(page);
  await context.setOffline(false);
  await page.reload();

  // What was filled in is there as well, so the page of the documents is the one to look at.
  const places = page.getByRole("list", { name: /^Ausgewählt für:/ });
  await expect(places.getByRole("button", { name: /entfernen$/ })).toHaveCount(3);
  await expectAccessible(page);
  await goOn(page);
  await page.getByRole("button", { name: "Jetzt verschlüsselt abschicken" }).click();
  await expect(page.getByRole("heading", { name: /^Abgeschickt am .+ Uhr$/ })).toBeVisible({ timeout: 120_000 });
  await expectAccessible(page);
  // What had arrived before the line broke and before the reload is not sent again.
  expect(stored.size).toBeGreaterThan(36);
  expect(sentAgain).toEqual([]);
  await context.close();

  const official = await officialAtDesk(browser, "Seda Demir");
  await unlock(official.page, recoveryKeyOf("official-2001"));
  await official.page.getByRole("row", { name: /Buche/ }).getByRole("link").click();
  const digests = new Set<string>();
  for (const number of [1, 2, 3, 4]) digests.add(await digestOf(await saveDocument(official.page, number)));
  expect([...digests]).toContain(await digestOf(large));
  for (const { buffer } of pdfs) expect([...digests]).toContain(createHash("sha256").update(buffer).digest("hex"));
  await official.context.close();
});

/**
 * Whoever drives this browser is told of every byte that a page sends, thirty times as slowly as it is sent, unless the
 * bytes are in a blob. What goes over the wire is the same.
 */
function sendAsBlobs() {
  const shim = `const { send } = XMLHttpRequest.prototype;
    XMLHttpRequest.prototype.send = function (body) { send.call(this, body && new Blob([body])); };`;
  globalThis.Blob = class extends Blob {
    constructor(parts: BlobPart[] = [], options: BlobPropertyBag = {}) {
      super(options.type === "text/javascript" ? [shim, ...parts] : parts, options);
    }
  };
}

const partOf = (request: Request) => (request.method() === "PUT" ? new URL(request.url()).pathname : null);

const slot = (page: Page, id: string) => page.locator(`[data-slot="${id}"]`);

async function fillIn(page: Page) {
  await findOffice(page);
  await answerWohngeld(page, { family: "Buche", remark: "Die Akte ist groß." });
}

async function saveDocument(page: Page, number: number) {
  await page.getByRole("button", { name: `Öffnen: Unterlage ${number}` }).click();
  const save = page.getByRole("button", { name: /^Speichern: / }).nth(number - 1);
  await expect(save).toBeVisible({ timeout: 60_000 });
  const download = page.waitForEvent("download");
  await save.click();
  return (await download).path();
}
