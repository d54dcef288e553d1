import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { countRows } from "../canary/rows.ts";
import { expectAccessible } from "./accessible.ts";
import { makePdf } from "./pdf.ts";
import { citizenAtPhone, officialAtDesk, type Person, recoveryKeyOf, signIn, unlock } from "./people.ts";
import { portal } from "./portal.ts";
import { findOffice, prepareDocument } from "./sending.ts";

/** Somebody takes everything along, compares it with what they sent, and deletes their account. */
test.describe.configure({ mode: "serial" });

const pdf = makePdf("Nachweis zum Mitnehmen");
const folder = mkdtempSync(path.join(tmpdir(), "dvd-take-along-"));

let citizen: Person;
let caseAddress = "";
let reference = "";

test.afterAll(async () => {
  await citizen?.context.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Unpacked by a program that is not ours; it also holds every checksum against its file. */
function unpack(file: string, into: string) {
  const script =
    "import sys, zipfile; a = zipfile.ZipFile(sys.argv[1]); assert a.testzip() is None; a.extractall(sys.argv[2])";
  const { status, stderr } = spawnSync("python3", ["-c", script, file, into], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
}

async function save(page: Page, button: string) {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const file = await download;
  return { path: await file.path(), name: file.suggestedFilename() };
}

type Data = { cases: { reference: string; documents: { file: string }[]; messages: { text: string }[] }[] };

test("the archive of a case holds each file as it was sent, the words, and a receipt", async ({ browser }) => {
  citizen = await citizenAtPhone(browser, "Malte Abend", "/senden/wohngeld");
  const { page } = citizen;
  await prepareDocument(page, pdf);
  await page.getByRole("button", { name: "Jetzt verschlüsselt abschicken" }).click();
  await page.getByRole("link", { name: "Zum Vorgang" }).click();
  await page.waitForURL("**/vorgaenge/*");
  caseAddress = new URL(page.url()).pathname;
  await expect(page.getByRole("button", { name: "Als PDF speichern" })).toBeVisible();

  const { path: file, name } = await save(page, "Alles als ZIP speichern");
  reference = name.replace(".zip", "");
  expect(reference).toMatch(/^DVD-\d\d-[0-9A-Z]{4}-[0-9A-Z]{3}$/);
  await expect(page.getByText(/^Fertig: DVD-/)).toBeVisible();
  await expectAccessible(page);
  const into = path.join(folder, "case");
  unpack(file, into);
  const data = JSON.parse(readFileSync(path.join(into, "daten.json"), "utf8")) as Data;
  const [only] = data.cases;
  expect(data.cases.map((one) => one.reference)).toEqual([reference]);
  expect(only?.messages.length).toBeGreaterThan(0);
  const sent = only?.documents.map((document) => readFileSync(path.join(into, document.file))) ?? [];
  expect(sent.some((bytes) => bytes.equals(pdf))).toBe(true);
  expect(
    readFileSync(path.join(into, reference, "Empfangsbestaetigung.pdf"))
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
});

test("the PDF of the receipt leads to the page that proves it", async () => {
  const { page } = citizen;
  const { path: file, name } = await save(page, "Als PDF speichern");
  expect(name).toBe(`Empfangsbestaetigung-${reference}.pdf`);
  const link = /\/URI <([0-9a-f]+)>/.exec(readFileSync(file, "latin1"))?.[1] ?? "";
  const address = Buffer.from(link, "hex").toString();
  expect(address.startsWith(`${portal().publicUrl}/beleg-pruefen#`)).toBe(true);
  const visitor = await citizen.context.newPage();
  await visitor.goto(address);
  await expect(visitor.getByText("Der Beleg ist echt und unverändert.").first()).toBeVisible();
  await expect(visitor.getByText(reference)).toBeVisible();
  await visitor.close();
});

test("everything is taken along, as a page to read that loads nothing and runs nothing", async ({ browser }) => {
  const { page } = citizen;
  await page.goto("/senden/laermbeschwerde");
  await findOffice(page);
  await page.getByLabel("Straße und Hausnummer").fill("Hafenstraße 9");
  await expect(page.getByText(/Verschlüsselt gespeichert auf diesem Gerät um/)).toBeVisible();
  await page.getByRole("link", { name: "Konto" }).first().click();
  await expectAccessible(page);
  const { path: file, name } = await save(page, "ZIP-Datei erstellen");
  expect(name).toMatch(/^DirektVermittlung-\d{4}-\d\d-\d\d\.zip$/);
  const into = path.join(folder, "all");
  unpack(file, into);

  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const reader = await context.newPage();
  const loaded: string[] = [];
  reader.on("request", (request) => loaded.push(request.url()));
  const index = `file://${into}/index.html`;
  await reader.goto(index);
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Meine Daten aus DirektVermittlung");
  await expect(reader.getByText(reference)).toBeVisible();
  await expect(reader.getByRole("heading", { name: /\(Entwurf\)$/ })).toBeVisible();
  await expect(reader.getByText("Hafenstraße 9")).toBeVisible();
  await expectAccessible(reader);
  const link = reader.getByRole("link", { name: "nachweis.pdf" });
  const target = new URL((await link.getAttribute("href")) ?? "", index);
  expect(readFileSync(target).equals(pdf)).toBe(true);
  expect(loaded).toEqual([index]);
  await context.close();
});

test("deleting says first what stays, asks, and then is done", async () => {
  const { page } = citizen;
  const deleted = () => countRows(portal().adminUrl, "citizens", "deleted_at is not null");
  const before = await deleted();
  await signIn(page, "citizen", "Malte Abend", "/konto");
  await page.getByRole("link", { name: "Konto löschen …" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Konto löschen" })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "Öffentliches Schlüsselverzeichnis" })).toBeVisible();
  await page.getByRole("button", { name: "Konto endgültig löschen" }).click();
  await expect(page.getByText("Bitte bestätigen Sie, dass Sie Ihr Konto löschen möchten.").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Ja, ich möchte mein Konto löschen.").check();
  await page.getByRole("button", { name: "Konto endgültig löschen" }).click();
  await expect(page.getByRole("heading", { name: "Ihr Konto ist gelöscht." })).toBeVisible();
  await expectAccessible(page);
  expect(await deleted()).toBe(before + 1);
});

test("the office keeps the case, and is told that nobody answers any more", async ({ browser }) => {
  const seda = { name: "Seda Demir", subject: "official-2001" };
  const { page, context } = await officialAtDesk(
    browser,
    seda.name,
    caseAddress.replace("/vorgaenge/", "/amt/vorgang/"),
  );
  await unlock(page, recoveryKeyOf(seda.subject));
  await expect(page.getByText("Das Konto dieser Person gibt es nicht mehr.")).toBeVisible();
  await expect(page.getByText("Die absendende Person hat ihr Konto gelöscht")).toBeVisible();
  await page
    .getByRole("button", { name: /^Öffnen: Unterlage/ })
    .first()
    .click();
  await expect(page.getByText("Siegel geprüft und auf Ihrem Gerät entschlüsselt.").first()).toBeVisible();
  await expectAccessible(page);
  await context.close();
});

test("the next login is somebody new", async ({ browser }) => {
  const again = await citizenAtPhone(browser, "Malte Abend", "/vorgaenge");
  await expect(again.page.getByText("Noch kein Vorgang.", { exact: false })).toBeVisible();
  await again.page.goto(caseAddress);
  await expect(again.page.getByText("Diesen Vorgang gibt es nicht.").first()).toBeVisible();
  await again.context.close();
});
