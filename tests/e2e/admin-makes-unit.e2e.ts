import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { keyOffice, publishRules } from "./operator.ts";
import { officialAtDesk, type Person, recoveryKeyOf, signIn, unlock } from "./people.ts";
import { portal } from "./portal.ts";
import { makeKeys, type RawClient, sendCase, signInRaw } from "./raw-client.ts";

/** An authority gets one more office: made, given its first key, sent a case that is answered, renamed and closed. */
test.describe.configure({ mode: "serial" });

const authority = "landkreis-probental";
const [soenke, merle] = ["Sönke Luchs", "Merle Iltis"];
const hunting = "Jagdbehörde";
const place = { serviceKey: "DEMO0000000025", postalCode: "05151" };

let admin: Person;
let member: Person;
let citizen: RawClient;
let caseId = "";
let tenantId = "";
/** As they were before this story, and are again after it. */
let rulesBefore: object[] = [];

test.afterAll(async () => {
  for (const person of [admin, member]) await person?.context.close();
});

/** Their page with a fresh login, which every change asks for. */
const adminPage = async () => {
  await signIn(admin.page, "official", soenke, "/amt/verwaltung");
  return admin.page;
};
const people = (page: Page, unit: string) => page.getByRole("list", { name: `Personen der Stelle ${unit}` });
const digitsIn = (text: string) => (text.match(/\b\d{5}\b/g) ?? []).join(" ");

/** All rules of the authority anew, as an operator does it. */
function publish(rules: readonly object[]) {
  const file = path.join(portal().dataDir, "rules.json");
  writeFileSync(file, JSON.stringify(rules));
  return publishRules(authority, file);
}
const ruleFor = (unit: string) => {
  const postalCodes = [{ from: place.postalCode, to: place.postalCode }];
  return {
    id: "lk-jagd",
    unit,
    services: [place.serviceKey],
    ars: ["98002"],
    postalCodes,
    reason: "Jagd im Landkreis",
  };
};

test("an admin makes an office, takes somebody in, and nothing leads to it yet", async ({ browser }) => {
  admin = await officialAtDesk(browser, soenke, "/amt/verwaltung");
  const { page } = admin;
  await page.getByRole("button", { name: "Stelle anlegen" }).click();
  await page.getByRole("button", { name: "Anlegen", exact: true }).click();
  await expect(page.getByText(/^Bitte geben Sie einen Namen ein/)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Name der Stelle").fill("jugendamt");
  await page.getByRole("button", { name: "Anlegen", exact: true }).click();
  await expect(page.getByText(/^So heißt in Ihrer Behörde schon eine Stelle/)).toBeVisible();
  await page.getByLabel("Name der Stelle").fill(hunting);
  await page.getByRole("button", { name: "Anlegen", exact: true }).click();
  await expect(page.getByRole("heading", { name: hunting, exact: true })).toBeVisible();
  await expect(page.getByText("Diese Stelle hat noch keinen Schlüssel.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Neue Stelle" })).toBeFocused();

  await page.getByRole("button", { name: `Person in ${hunting} aufnehmen` }).click();
  await page.getByLabel("Stellenzeichen der Person").selectOption("51-11");
  await page.getByLabel("Aufgabe in der Stelle").selectOption("Leitung");
  await page.getByRole("button", { name: "Aufnehmen", exact: true }).click();
  await expect(people(page, hunting).getByRole("listitem")).toContainText("wartet auf den Schlüssel");
  await expectAccessible(page);

  rulesBefore = JSON.parse((await publishRules(authority)).stdout);
  const refused = await publish([...rulesBefore, ruleFor(hunting)]);
  expect(refused).toMatchObject({ status: 1, output: expect.stringContaining(`${hunting} has no signed key yet`) });
});

test("a member makes the first key, and the key office signs it with two sets of digits", async ({ browser }) => {
  member = await officialAtDesk(browser, merle, "/amt/stelle");
  const { page } = member;
  await unlock(page, recoveryKeyOf("official-5011"));
  await page.getByRole("button", { name: "Ersten Schlüssel vorschlagen" }).click();
  await expect(page.getByRole("heading", { name: "So geht es weiter" })).toBeFocused();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Jetzt vorschlagen" }).click();
  await expect(page.getByText("Der erste Schlüssel wartet auf die Schlüsselstelle.")).toBeVisible();
  await expectAccessible(page);
  const ofKey = digitsIn(await page.locator("section").filter({ hasText: "Der erste Schlüssel wartet" }).innerText());
  const own = digitsIn(await page.getByRole("heading", { name: "Ihre Ziffern" }).locator("..").innerText());
  for (const digits of [ofKey, own]) expect(digits.split(" ")).toHaveLength(12);

  const asked = await keyOffice(authority);
  expect(asked).toMatchObject({ status: 2, output: expect.stringContaining(ofKey) });
  expect(asked.output).toContain(own);
  expect((await keyOffice(authority, "--compared", ofKey)).status, "whose key it is, nobody has said").toBe(2);
  const signed = await keyOffice(authority, "--compared", ofKey, "--compared", own);
  expect(signed.output).toContain("unterschrieben: Schlüssel 1, Jagdbehörde");
  await page.reload();
  await expect(people(page, hunting).getByRole("listitem")).toContainText("kann lesen");
});

test("a case is routed to the new office, read there and answered", async () => {
  test.setTimeout(180_000);
  citizen = await signInRaw(portal(), "citizen", "citizen-1090");
  const keys = await makeKeys(citizen);
  expect(await publish([...rulesBefore, ruleFor(hunting)])).toMatchObject({ status: 0 });
  const office = () => citizen.api.directory.findOffice.query(place);
  await expect.poll(async () => (await office()).unit).toBe(hunting);
  const { unitId, ...found } = await office();
  tenantId = found.tenantId;
  // Readers are shown the key once it stands in the log.
  const shown = async () => {
    const { statements } = await citizen.api.directory.getKeys.query({ tenantId });
    return statements.some(({ payload }) => Buffer.from(payload, "base64").toString().includes(unitId));
  };
  await expect.poll(shown, { timeout: 75_000, intervals: [1_000] }).toBe(true);
  caseId = await sendCase(citizen, keys, place, "Ich möchte einen Jagdschein");

  const { page } = member;
  await page.goto(`/amt/vorgang/${caseId}`);
  await expect(page.getByText("Ich möchte einen Jagdschein")).toBeVisible();
  await page.getByRole("button", { name: "Vorgang übernehmen" }).click();
  await page.getByLabel(/^Antwort an/).fill("Gern, kommen Sie vorbei.");
  await page.getByRole("button", { name: /^Antwort an .+ senden$/ }).click();
  await expect(
    page.getByRole("log").or(page.getByRole("list")).getByText("Gern, kommen Sie vorbei.").first(),
  ).toBeVisible();
  const { messages } = await citizen.api.messages.listMessages.query({ caseId, after: 0, limit: 10 });
  expect(messages).toHaveLength(2);
});

test("the admin renames it at once for everybody, and is told what is in the way of closing it", async () => {
  const page = await adminPage();
  await page.getByRole("button", { name: `${hunting} umbenennen` }).click();
  await page.getByLabel("Name der Stelle").fill(`Untere ${hunting}`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Namen ändern" }).click();
  await expect(page.getByRole("heading", { name: `Untere ${hunting}` })).toBeFocused();
  expect((await citizen.api.directory.findOffice.query(place)).unit).toBe(`Untere ${hunting}`);

  await page.getByRole("button", { name: `Untere ${hunting} schließen` }).click();
  await expect(page.getByText("Diese Stelle kann noch nicht geschlossen werden.")).toBeVisible();
  await expect(page.getByText(/^Ihre Zuständigkeiten nennen sie/)).toBeVisible();
  await expect(page.getByText(/^Laufende Vorgänge: 1\./)).toBeVisible();
  await expectAccessible(page);
});

test("it closes when nothing comes to it any more, and what was there stays readable", async () => {
  expect(await publish(rulesBefore)).toMatchObject({ status: 0 });
  const { summary } = await citizen.api.cases.getCase.query({ caseId });
  await citizen.api.cases.withdrawCase.mutate({ caseId, version: summary.version });

  const page = await adminPage();
  await page.getByRole("button", { name: `Untere ${hunting} schließen` }).click();
  const dialog = page.getByRole("alertdialog", { name: `Untere ${hunting} schließen?` });
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Stelle schließen" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Diese Stelle ist geschlossen.")).toBeVisible();
  await expect(page.getByRole("button", { name: `Person in Untere ${hunting} aufnehmen` })).toHaveCount(0);
  await expectAccessible(page);

  await member.page.goto(`/amt/vorgang/${caseId}`);
  await expect(member.page.getByText("Ich möchte einen Jagdschein")).toBeVisible();
  await member.page.goto("/amt/stelle");
  await expect(member.page.getByText("Diese Stelle ist geschlossen.")).toBeVisible();
  await expectAccessible(member.page);

  await page.getByRole("button", { name: `Untere ${hunting} wieder öffnen` }).click();
  await expect(page.getByText("Diese Stelle ist geschlossen.")).toHaveCount(0);
  await expect(page.getByRole("button", { name: `Person in Untere ${hunting} aufnehmen` })).toBeVisible();
});
