import { spawnSync } from "node:child_process";
import { createPublicKey } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { ageLatestLogin } from "./age-login.ts";
import { askDirectly } from "./ask-directly.ts";
import { officialAtDesk, type Person } from "./people.ts";
import { portal } from "./portal.ts";

/** Somebody whose task is to check others: no unit, no keys, and yet the whole log of one authority. */
test.describe.configure({ mode: "serial" });

const vogt = "Renate Vogt";
let auditor: Person;
let chain = "";

test.afterAll(() => auditor?.context.close());

const rows = (page: Page) => page.getByRole("row").filter({ has: page.getByRole("rowheader") });

test("an auditor comes from the login straight to the log, without a key", async ({ browser }) => {
  // Somebody has done something in this authority.
  const seda = await officialAtDesk(browser, "Seda Demir");
  await seda.context.close();
  auditor = await officialAtDesk(browser, vogt, "/amt/protokoll");
  const { page } = auditor;
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Protokoll");
  await expect(page.getByRole("navigation", { name: "Hauptnavigation" }).getByRole("link")).toHaveText([
    "Protokoll",
    "Konto",
    "Hilfe",
  ]);
  await expect(rows(page).filter({ hasText: "Anmeldung" }).first()).toBeVisible();
  await expectAccessible(page);
  await page.goto("/amt");
  await page.waitForURL("**/amt/protokoll");
});

test("they narrow the list by kind and by account, with the keyboard alone, and widen it again", async () => {
  const { page } = auditor;
  await expect(rows(page).first()).toBeVisible();
  await page.getByLabel("Was geschah").focus();
  await page.keyboard.type("Anmeldung");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Anzeigen" }).focus();
  await page.keyboard.press("Enter");
  await expect(rows(page).filter({ hasNotText: "session.opened" })).toHaveCount(0);
  const before = await rows(page).count();
  expect(before).toBeGreaterThan(1);

  await rows(page)
    .first()
    .getByRole("button", { name: /^Nur dieses Konto zeigen/ })
    .press("Enter");
  await expect(page.getByLabel("Kennung des Kontos")).toHaveValue(/^[0-9a-f-]{36}$/);
  await expect.poll(() => rows(page).count()).toBeLessThan(before);
  await expectAccessible(page);

  await page.getByLabel("Kennung des Vorgangs").fill("DVD-26-1234-567");
  await page.getByRole("button", { name: "Anzeigen" }).press("Enter");
  await expect(page.getByText("Das ist keine Kennung. Kopieren Sie sie vollständig aus einem Eintrag.")).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel("Kennung des Vorgangs").fill("");
  await page.getByLabel("Vom").fill("2100-01-01");
  await page.getByRole("button", { name: "Anzeigen" }).press("Enter");
  await expect(page.getByText("Zu dieser Auswahl gibt es keinen Eintrag.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Auswahl aufheben" }).press("Enter");
  await expect(rows(page).filter({ hasText: "Protokoll gelesen" }).first()).toBeVisible();
});

async function download(page: Page, link: string) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: link }).click()]);
  return file.path();
}

test("from a page that was left open nobody takes the log along before they have signed in again", async () => {
  const { page } = auditor;
  await ageLatestLogin("authenticated_at", 600);
  const known = page.waitForResponse(/sessions\.getSession/);
  await page.reload();
  await known;
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole("link", { name: "Einträge herunterladen" }).click();
  await expect(page.getByText("Dafür melden Sie sich bitte noch einmal an.").first()).toBeVisible();
  await expectAccessible(page);
  expect((await page.request.get("/api/audit/records")).status()).toBe(403);
  await page.getByRole("link", { name: "Neu anmelden" }).click();
  await page.getByRole("button", { name: "Als Behörde anmelden" }).click();
  await page.getByLabel(new RegExp(vogt)).check();
  await page.getByRole("button", { name: "Anmelden" }).click();
  await page.waitForURL("**/amt/protokoll");
});

test("they see when the log was checked last, and check it themselves with what they take along", async () => {
  test.setTimeout(180_000);
  const { page } = auditor;
  await expect(page.getByText(/^Unversehrt, geprüft heute, .+ Uhr\.$/)).toBeVisible({ timeout: 90_000 });
  chain = (await page.locator("code").innerText()).trim();
  // First what was signed, then the records: signed later, a checkpoint names records that a file from before does not have.
  const checkpoints = await download(page, "Prüfpunkte herunterladen");
  const records = await download(page, "Einträge herunterladen");
  const { dataDir } = portal();
  const { auditKey }: { auditKey: string } = JSON.parse(readFileSync(path.join(dataDir, "secrets.json"), "utf8"));
  const keyFile = path.join(dataDir, "audit-key.pem");
  writeFileSync(keyFile, createPublicKey(auditKey).export({ type: "spki", format: "pem" }));
  const verdict = () => {
    const program = path.resolve(import.meta.dirname, "../../apps/audit/src/main.ts");
    const against = ["--chain", chain, "--checkpoints", checkpoints, "--key", keyFile];
    return spawnSync(process.execPath, [program, "verify", records, ...against]).status;
  };
  expect(verdict()).toBe(0);

  const text = readFileSync(records, "utf8");
  writeFileSync(records, text.replace("session.opened", "session.closed"));
  expect(verdict()).toBe(3);

  const outside = readFileSync(path.join(dataDir, `audit/${chain}.jsonl`), "utf8");
  expect(outside.startsWith(readFileSync(checkpoints, "utf8"))).toBe(true);
});

test("they let a system collect the log: it reads with its credential alone, goes on behind the last line, and nothing once it is revoked", async () => {
  const { page } = auditor;
  await page.getByRole("button", { name: "Zugang ausstellen" }).click();
  await expect(page.getByRole("heading", { name: "Zugang ausstellen" })).toBeFocused();
  await page.getByLabel("Der Zugang gilt").selectOption("30 Tage");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Jetzt ausstellen" }).click();
  await expect(page.getByRole("heading", { name: /^Neuer Zugang, gültig bis / })).toBeFocused();
  await expectAccessible(page);
  const token = await page.getByRole("status").filter({ hasText: "dvd_audit_" }).innerText();
  expect(token).toMatch(/^dvd_audit_[0-9a-f]{64}$/);
  await page.getByRole("button", { name: "Ich habe den Zugang eingetragen" }).click();
  await expect(page.getByRole("heading", { name: "Automatisch sammeln" })).toBeFocused();
  await expect(page.getByText(token)).toHaveCount(0);

  const { webUrl, publicUrl } = portal();
  const headers = { authorization: `Bearer ${token}` };
  const collect = (after: number) => askDirectly(`${webUrl}/api/audit/records?after=${after}`, publicUrl, { headers });
  const all = await collect(0);
  expect(all.status).toBe(200);
  const lines = (await all.text()).split("\n").slice(0, -1);
  const { record } = JSON.parse(lines.at(-1) ?? "");
  expect(record).toMatchObject({ chain, seq: lines.length });
  const rest = await collect(record.seq - 1);
  expect((await rest.text()).split("\n")[0]).toBe(lines.at(-1));

  const tail = token.slice(-4);
  await page.reload();
  const row = page.getByRole("list", { name: "Ausgestellte Zugänge" }).getByRole("listitem").filter({ hasText: tail });
  await expect(row).toContainText("Zuletzt benutzt am");
  await expectAccessible(page);
  await row.getByRole("button", { name: `Sperren: ${tail}` }).click();
  await expect(row).toHaveCount(0);
  const refused = await collect(0);
  expect(refused.status).toBe(401);
  expect(await refused.json()).toMatchObject({ code: "auth.token-refused" });
});

test("what they did stands in the log as well", async () => {
  const { page } = auditor;
  const collected = [
    "Zugang zum Sammeln ausgestellt",
    "Protokoll automatisch gesammelt",
    "Zugang zum Sammeln gesperrt",
  ];
  // What has just been done stands there once it is in the chain, and the page looks by itself only now and then.
  await expect(async () => {
    await page.reload();
    for (const event of ["Protokoll mitgenommen", "Protokoll gelesen", ...collected])
      await expect(rows(page).filter({ hasText: event }).first()).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
});

test("an official without this task reads nothing of it", async ({ browser }) => {
  const seda = await officialAtDesk(browser, "Seda Demir", "/amt/protokoll");
  await expect(seda.page.getByText(/^Das Protokoll lesen nur die Personen/)).toBeVisible();
  await expectAccessible(seda.page);
  const { status } = await seda.page.evaluate(async () => {
    const response = await fetch("/api/audit/records");
    return { status: response.status };
  });
  expect(status).toBe(403);
  await seda.context.close();
});
