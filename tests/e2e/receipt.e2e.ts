import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { makePdf } from "./pdf.ts";
import { citizenAtPhone, openBrowser, type Person } from "./people.ts";
import { portal } from "./portal.ts";
import { prepareDocument } from "./sending.ts";

/** A receipt on its way out of the portal: on paper as a code, as a file, and before somebody who has no account. */
test.describe.configure({ mode: "serial" });

const proven = "Der Beleg ist echt und unverändert.";
const phone = { width: 390, height: 844 };

let citizen: Person;
let visitor: Person;
let link = "";
let reference = "";
let savedFile = "";
const sentByVisitor: string[] = [];

const fragment = () => new URL(link).hash.slice(1);

/** The link with one byte changed: 1 is in the authority's id, 60 in the root, 88 in the time. */
function changedLink(at: number) {
  const bytes = Buffer.from(fragment(), "base64url");
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return `/beleg-pruefen#${bytes.toString("base64url")}`;
}

/** Another fragment alone would not load the page again. */
async function visit(page: Page, address: string) {
  await page.goto("about:blank");
  await page.goto(address);
}

test.beforeAll(async ({ browser }) => {
  visitor = await openBrowser(browser, phone);
  visitor.page.on("request", (request) => sentByVisitor.push(`${request.url()} ${request.postData() ?? ""}`));
});

test.afterAll(async () => {
  await citizen?.context.close();
  await visitor?.context.close();
});

test("who has sent something gets a receipt with a code, and can save it", async ({ browser }) => {
  citizen = await citizenAtPhone(browser, "Levke Frühling", "/senden/wohngeld");
  const { page } = citizen;
  await prepareDocument(page, makePdf("Nachweis"));
  await page.getByRole("button", { name: "Jetzt verschlüsselt abschicken" }).click();
  await expect(page.getByRole("heading", { name: /^Abgeschickt am .+ Uhr$/ })).toBeVisible();
  await expect(page.getByRole("img", { name: "Code zum Prüfen dieses Belegs" })).toBeVisible();
  await expectAccessible(page);
  link = (await page.getByRole("link", { name: "Beleg prüfen" }).first().getAttribute("href")) ?? "";
  reference =
    (await page
      .getByText(/^DVD-\d\d-[0-9A-Z]{4}-[0-9A-Z]{3}$/)
      .first()
      .textContent()) ?? "";

  await page.getByRole("link", { name: "Zum Vorgang" }).click();
  const save = page.getByRole("button", { name: "Als Datei speichern" });
  await expect(save).toBeVisible();
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await save.click();
  savedFile = await (await download).path();
});

test("the receipt of a case is printed alone, with its code and without the conversation", async () => {
  const { page } = citizen;
  const code = page.getByRole("img", { name: "Code zum Prüfen dieses Belegs" });
  const message = page.getByText("Bitte prüfen Sie meine Nachweise.").first();
  await expect(message).toBeVisible();
  await page.evaluate(() => {
    // What a printer would see has to be looked at before printing ends.
    globalThis.print = () => undefined;
  });
  await page.getByRole("button", { name: "Beleg drucken" }).click();
  await page.emulateMedia({ media: "print" });
  await expect(code).toBeVisible();
  await expect(page.getByText(`Vorgangsnummer ${reference}.`)).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "Stadt Musterfurt" })).toBeVisible();
  await expect(message).toBeHidden();
  await expect(page.getByRole("button", { name: "Beleg drucken" })).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(message).toBeVisible();
  await page.emulateMedia({ media: "screen" });
});

test("anybody with the code sees on their own device what arrived when", async () => {
  const { page } = visitor;
  await visit(page, link);
  await expect(page.getByText(proven).first()).toBeVisible();
  await expect(page.getByText(reference)).toBeVisible();
  await expect(page.getByText("Dateien: 2, Nachrichten: 1")).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "Stadt Musterfurt" })).toBeVisible();
  await expectAccessible(page);
});

test("a code that was changed, cut or names a stranger is refused in words that say what to do", async () => {
  const { page } = visitor;
  const refusals = [
    [changedLink(88), "Dieser Beleg ist nicht echt."],
    [changedLink(60), "Die Behörde nennt einen anderen Schlüssel."],
    [changedLink(16), "Diese Behörde kennen wir nicht."],
    [`/beleg-pruefen#${fragment().slice(0, -8)}`, "Das ist kein vollständiger Beleg."],
    ["/beleg-pruefen#%C3%A4", "Das ist kein vollständiger Beleg."],
  ] as const;
  for (const [address, sentence] of refusals) {
    await visit(page, address);
    await expect(page.getByText(sentence).first(), address).toBeVisible();
    await expect(page.getByText(proven)).toHaveCount(0);
    await expectAccessible(page);
  }
});

test("a saved receipt agrees with itself without any network, and a code says that it needs one", async () => {
  const { page, context } = visitor;
  await visit(page, "/beleg-pruefen");
  await expect(page.getByText("Noch kein Beleg")).toBeVisible();
  await context.setOffline(true);
  await page.locator('input[type="file"]').setInputFiles(savedFile);
  await expect(page.getByText("Der Beleg ist in sich stimmig.").first()).toBeVisible();
  await expect(page.getByText(proven)).toHaveCount(0);
  await expect(page.getByText(reference)).toBeVisible();
  await expectAccessible(page);

  await page.locator('input[type="file"]').setInputFiles({
    name: "anderes.json",
    mimeType: "application/json",
    buffer: Buffer.from(readFileSync(savedFile, "utf8").replace("receipt", "beleg")),
  });
  await expect(page.getByText("Das ist kein vollständiger Beleg.").first()).toBeVisible();

  await page.evaluate((hash) => {
    location.hash = hash;
  }, fragment());
  await expect(page.getByText("Keine Verbindung.").first()).toBeVisible();
  await expectAccessible(page);
  await context.setOffline(false);
  await page.getByRole("button", { name: "Nochmal versuchen" }).click();
  await expect(page.getByText(proven).first()).toBeVisible();

  await visit(page, "/beleg-pruefen");
  await page.locator('input[type="file"]').setInputFiles(savedFile);
  await expect(page.getByText(proven).first()).toBeVisible();
});

test("the page speaks English", async () => {
  const { page } = visitor;
  await visit(page, "/beleg-pruefen");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Check a receipt" })).toBeVisible();
  await visit(page, link);
  await expect(page.getByText("The receipt is genuine and unchanged.").first()).toBeVisible();
  await expectAccessible(page);
});

test("nothing that a visitor's browser has sent carries the receipt", async () => {
  const data = fragment();
  expect(data.length).toBeGreaterThan(400);
  expect(sentByVisitor.length).toBeGreaterThan(5);
  // Pieces as well: neither whole nor in part, and not by its number either.
  const pieces = [
    reference,
    ...Array.from({ length: Math.floor(data.length / 24) }, (_, at) => data.slice(at * 24, at * 24 + 24)),
  ];
  for (const piece of pieces) expect(sentByVisitor.filter((sent) => sent.includes(piece))).toEqual([]);
  expect(readFileSync(portal().trafficFile).includes(data)).toBe(false);
});
