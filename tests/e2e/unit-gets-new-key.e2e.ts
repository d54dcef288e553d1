import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { keyOffice } from "./operator.ts";
import { officialAtDesk, type Person, recoveryKeyOf, signIn, unlock } from "./people.ts";
import { portal } from "./portal.ts";
import { makeKeys, type RawClient, sendCase, signInRaw } from "./raw-client.ts";

/** Somebody leaves a unit: the one who stays makes a new key, the key office signs it, and open cases go under it. */
test.describe.configure({ mode: "serial" });

const [stays, leaves] = ["Ida Dachs", "Leif Marder"];
const place = { serviceKey: "DEMO0000000025", postalCode: "05141" };

let staying: Person;
let leaving: Person;
let citizen: RawClient;
let keys: Awaited<ReturnType<typeof makeKeys>>;
let before = "";
let digits = "";

test.afterAll(async () => {
  await staying?.context.close();
  await leaving?.context.close();
});

const digitsOn = async (page: Page) =>
  ((await page.locator("section").innerText()).match(/\b\d{5}\b/g) ?? []).join(" ");

test("two people of a unit can read a case that has come", async ({ browser }) => {
  citizen = await signInRaw(portal(), "citizen", "citizen-1080");
  keys = await makeKeys(citizen);
  before = await sendCase(citizen, keys, place, "Ein Anliegen vor dem neuen Schlüssel");
  leaving = await officialAtDesk(browser, leaves, `/amt/vorgang/${before}`);
  await unlock(leaving.page, recoveryKeyOf("official-4012"));
  await expect(leaving.page.getByText("Ein Anliegen vor dem neuen Schlüssel")).toBeVisible();
});

test("whoever leaves sees nothing any more, and the other one is told that a new key is due", async ({ browser }) => {
  const { api } = await signInRaw(portal(), "official", "official-4013");
  const { units } = await api.members.getOverview.query({});
  const unit = units.find(({ name }) => name === "Bürgerservice");
  const leaver = unit?.members.find(({ postSign }) => postSign === "4");
  if (!unit || !leaver) throw new Error("the unit has two new members");
  await api.members.removeMember.mutate({ unitId: unit.unitId, officialId: leaver.officialId });
  await leaving.page.reload();
  await expect(leaving.page.getByText("Diesen Vorgang finden wir nicht.")).toBeVisible();
  await expect(leaving.page.getByText("Ein Anliegen vor dem neuen Schlüssel")).toHaveCount(0);

  staying = await officialAtDesk(browser, stays, "/amt/stelle");
  const { page } = staying;
  await unlock(page, recoveryKeyOf("official-4011"));
  await expect(page.getByText("Diese Stelle braucht einen neuen Schlüssel.")).toBeVisible();
  await expectAccessible(page);
});

test("they propose one, and the key office finds the same digits and signs", async () => {
  const { page } = staying;
  await signIn(page, "official", stays, "/amt/stelle");
  await page.getByRole("button", { name: "Neuen Schlüssel vorschlagen" }).click();
  await expect(page.getByRole("heading", { name: "So geht es weiter" })).toBeFocused();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Jetzt vorschlagen" }).click();
  await expect(page.getByText("Ein neuer Schlüssel wartet auf die Schlüsselstelle.")).toBeVisible();
  await expectAccessible(page);
  digits = await digitsOn(page);
  expect(digits.split(" ")).toHaveLength(12);

  expect(await keyOffice("beispielau")).toMatchObject({ status: 2, output: expect.stringContaining(digits) });
  // Not on the word of the portal alone: who has left is named by the one who signs.
  const asked = await keyOffice("beispielau", "--compared", digits);
  expect(asked).toMatchObject({ status: 2, output: expect.stringContaining("vorgeschlagen: Schlüssel 2") });
  const [, gone = ""] = /geht: .+, (\d{5} \d{5})/.exec(asked.output) ?? [];
  const signed = await keyOffice("beispielau", "--compared", digits, "--left", gone);
  expect(signed.output).toContain("unterschrieben: Schlüssel 2, Bürgerservice");
  expect(signed.output).toMatch(/bleibt: .+, \d{5} \d{5}/);
  expect(signed.status).toBe(0);
});

test("open cases are sealed for it, and the one who stays reads old and new ones", async () => {
  const { page } = staying;
  test.setTimeout(180_000);
  // Readers are shown the new key once it stands in the log.
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("Offene Vorgänge unter einem früheren Schlüssel: 1")).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 75_000 });
  await expectAccessible(page);
  await page.getByRole("button", { name: "Offene Vorgänge mit dem neuen Schlüssel verschließen" }).click();
  await expect(page.getByText("Offene Vorgänge unter einem früheren Schlüssel: 1")).toHaveCount(0);
  await expect(page.getByText("Diese Stelle braucht einen neuen Schlüssel.")).toHaveCount(0);

  const after = await sendCase(citizen, keys, place, "Ein Anliegen nach dem neuen Schlüssel");
  await page.goto(`/amt/vorgang/${before}`);
  await expect(page.getByText("Ein Anliegen vor dem neuen Schlüssel")).toBeVisible();
  await page.goto(`/amt/vorgang/${after}`);
  await expect(page.getByText("Ein Anliegen nach dem neuen Schlüssel")).toBeVisible();
});

test("whoever left gets neither the old case nor the new key", async () => {
  const { api } = await signInRaw(portal(), "official", "official-4012");
  expect((await api.accounts.listUnits.query({})).units).toEqual([]);
  await expect(api.cases.getCase.query({ caseId: before })).rejects.toMatchObject({ message: "case.not-found" });
});
