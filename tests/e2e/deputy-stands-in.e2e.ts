import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { makePdf } from "./pdf.ts";
import { citizenAtPhone, officialAtDesk, type Person, recoveryKeyOf, unlock } from "./people.ts";
import { sendRequest } from "./sending.ts";

/** Two of one unit: one stands in for the other, and then declares that they are biased. Nobody else is in this story. */
test.describe.configure({ mode: "serial" });

const tariq = { name: "Tariq Weiß", subject: "official-6001", post: "T1-03" };
const hanna = { name: "Hanna Kruse", subject: "official-6002", post: "T1-04" };

let citizen: Person;
let absent: Person;
let deputy: Person;
let caseAddress = "";
let reference = "";

test.afterAll(async () => {
  for (const person of [citizen, absent, deputy]) await person?.context.close();
});

const day = (inDays: number) =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Berlin" }).format(Date.now() + inDays * 86_400_000);
const deputies = (page: Page) => page.getByRole("list", { name: "Ihre Vertretungen" }).getByRole("listitem");

test("an official takes a case, and a colleague can read it and not answer", async ({ browser }) => {
  citizen = await citizenAtPhone(browser, "Ida Kolibri", "/senden/buergergeld-unterlagen");
  ({ caseAddress, reference } = await sendRequest(citizen.page, {
    name: "Ida Kolibri",
    about: "Meine Kontoauszüge",
    file: "auszug.pdf",
    pdf: makePdf("Auszug"),
  }));

  absent = await officialAtDesk(browser, tariq.name, caseAddress);
  await unlock(absent.page, recoveryKeyOf(tariq.subject));
  await absent.page.getByRole("button", { name: "Vorgang übernehmen" }).click();
  await expect(absent.page.getByLabel(/^Antwort an/)).toBeVisible();

  deputy = await officialAtDesk(browser, hanna.name, caseAddress);
  await unlock(deputy.page, recoveryKeyOf(hanna.subject));
  await expect(deputy.page.getByText("Jemand aus Ihrer Stelle bearbeitet diesen Vorgang.")).toBeVisible();
  await expect(deputy.page.getByLabel(/^Antwort an/)).toHaveCount(0);
});

test("who will be away names a deputy, and is told what is wrong with a form that is not filled in", async ({
  browser,
}) => {
  // Signed in anew: this needs a login of the last minutes, and nobody knows how long the story has taken.
  await absent.context.close();
  absent = await officialAtDesk(browser, tariq.name, "/amt/konto");
  const { page } = absent;
  await expect(page.getByText("Sie werden nicht vertreten und vertreten niemanden.")).toBeVisible();
  await page.getByRole("button", { name: "Vertretung benennen" }).click();
  await page.getByRole("button", { name: "Vertretung benennen" }).click();
  await expect(page.getByText("Bitte wählen Sie, wer Sie vertritt.")).toBeVisible();
  await expect(page.getByText(/^Bitte nennen Sie den letzten Tag/)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Wer vertritt Sie?").selectOption(hanna.post);
  await page.getByLabel("Letzter Tag").fill(day(3));
  await page.getByRole("button", { name: "Vertretung benennen" }).click();
  await expect(deputies(page)).toContainText(`${hanna.post} vertritt Sie`);
  await expect(deputies(page)).toContainText("läuft");
  await expect(page.getByRole("heading", { name: "Vertretung", exact: true })).toBeFocused();
  await expectAccessible(page);
});

test("the deputy's open page learns it by itself, and what they answer says for whom", async () => {
  const { page } = deputy;
  await expect(page.getByText(`Sie vertreten hier ${tariq.post}.`)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel(/^Antwort an/).fill("Ihre Auszüge sind da.");
  await page.getByRole("button", { name: /^Antwort an .+ senden$/ }).click();
  await expect(page.getByText(`in Vertretung für ${tariq.post}`)).toBeVisible();
  await expect(citizen.page.getByText("Ihre Auszüge sind da.")).toBeVisible();
  await expect(citizen.page.getByText("in Vertretung")).toHaveCount(0);

  await page.goto("/amt");
  const line = page.getByRole("row").filter({ hasText: reference });
  await expect(line).toContainText(`Sie, in Vertretung für ${tariq.post}`);
  await expectAccessible(page);
  await page.goto("/amt/konto");
  await expect(deputies(page)).toContainText(`Sie vertreten ${tariq.post}`);
  await expect(deputies(page).getByRole("button")).toHaveCount(0);
  await page.goto(caseAddress);
  await expect(page.getByText(`Sie vertreten hier ${tariq.post}.`)).toBeVisible();
});

test("it ends at the moment in which it is ended", async () => {
  await deputies(absent.page)
    .getByRole("button", { name: /^Beenden: / })
    .click();
  await expect(absent.page.getByText("Sie werden nicht vertreten und vertreten niemanden.")).toBeVisible();
  const { page } = deputy;
  await expect(page.getByText("Jemand aus Ihrer Stelle bearbeitet diesen Vorgang.")).toBeVisible();
  await expect(page.getByLabel(/^Antwort an/)).toHaveCount(0);
});

test("who is biased is asked once more, and then the case is closed to them", async () => {
  const { page } = absent;
  await page.goto(caseAddress);
  await unlock(page, recoveryKeyOf(tariq.subject));
  await page.getByRole("button", { name: "Ich bin befangen" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Als befangen melden?" });
  await expect(dialog).toContainText("Er wird wieder frei");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Ich bin befangen" }).click();
  await dialog.getByRole("button", { name: "Ja, ich bin befangen" }).click();
  const heading = page.getByRole("heading", { level: 1, name: "Sie sind in diesem Vorgang nicht tätig." });
  await expect(heading).toBeFocused();
  // What stands in the heading is not said again below it.
  await expect(page.getByText("Sie haben sich für befangen erklärt.")).toBeVisible();
  await expect(page.getByText("nicht tätig", { exact: false })).toHaveCount(1);
  await expect(page.getByText("Ihre Auszüge sind da.")).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Zum Eingang" }).click();
  await expect(page.getByText("Alles verteilt. Neue Vorgänge erscheinen hier von selbst.")).toBeVisible();
});

test("the case is free for the others; a lead sees who is biased and lifts it, the person cannot", async ({
  browser,
}) => {
  const { page } = deputy;
  await expect(page.getByRole("button", { name: "Vorgang übernehmen" })).toBeVisible();
  await expect(page.getByRole("link", { name: "1 Person ist in diesem Vorgang befangen." })).toBeVisible();
  await absent.page.goto("/amt/stelle");
  const list = (at: Page) => at.getByRole("list", { name: "Personen, die in Vorgängen befangen sind" });
  await expect(list(absent.page)).toContainText(tariq.post);
  await expect(list(absent.page).getByRole("button")).toHaveCount(0);

  // Signed in anew, as above.
  await deputy.context.close();
  deputy = await officialAtDesk(browser, hanna.name, "/amt/stelle");
  await unlock(deputy.page, recoveryKeyOf(hanna.subject));
  await expect(list(deputy.page)).toContainText(reference);
  await expectAccessible(deputy.page);
  await list(deputy.page)
    .getByRole("button", { name: `Aufheben: ${tariq.post}, ${reference}` })
    .click();
  await expect(list(deputy.page).getByRole("listitem")).toHaveCount(0);
  await absent.page.goto(caseAddress);
  await expect(absent.page.getByText("Ihre Auszüge sind da.")).toBeVisible();
});
