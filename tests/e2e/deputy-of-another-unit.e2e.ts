import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { makePdf } from "./pdf.ts";
import { citizenAtPhone, officialAtDesk, type Person, recoveryKeyOf, signIn, unlock } from "./people.ts";
import { sendRequest } from "./sending.ts";

/** Two of one authority and of no unit together: one is away, and the other one answers. Nobody else is in this story. */
test.describe.configure({ mode: "serial" });

const iwona = { name: "Iwona Lehmann", subject: "official-5001", post: "51-01" };
const dorde = { name: "Đorđe Nikolić", subject: "official-5002", post: "33-11" };

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

test("an official takes a case, which does not exist for a colleague of another unit", async ({ browser }) => {
  citizen = await citizenAtPhone(browser, "Svea Ammer", "/senden/unterhaltsvorschuss");
  ({ caseAddress, reference } = await sendRequest(citizen.page, {
    name: "Svea Ammer",
    about: "Unterhalt ab August",
    file: "geburtsurkunde.pdf",
    pdf: makePdf("Urkunde"),
  }));

  absent = await officialAtDesk(browser, iwona.name, caseAddress);
  await unlock(absent.page, recoveryKeyOf(iwona.subject));
  await absent.page.getByRole("button", { name: "Vorgang übernehmen" }).click();
  await expect(absent.page.getByLabel(/^Antwort an/)).toBeVisible();

  deputy = await officialAtDesk(browser, dorde.name, caseAddress);
  await unlock(deputy.page, recoveryKeyOf(dorde.subject));
  await expect(deputy.page.getByRole("heading", { name: "Diesen Vorgang finden wir nicht." })).toBeVisible();
});

test("who will be away names them, and hands over what is open", async () => {
  // Signed in anew: this needs a login of the last minutes, and nobody knows how long the story has taken.
  const { page } = absent;
  await signIn(page, "official", iwona.name, "/amt/konto");
  await page.getByRole("button", { name: "Vertretung benennen" }).click();
  await page.getByLabel("Wer vertritt Sie?").selectOption(dorde.post);
  await expect(page.getByText("Diese Person arbeitet in einer anderen Stelle")).toBeVisible();
  await page.getByLabel("Letzter Tag").fill(day(3));
  await expectAccessible(page);
  await page.getByRole("button", { name: "Vertretung benennen" }).click();
  await expect(deputies(page)).toContainText(`${dorde.post} vertritt Sie`);
  await expect(page.getByText(`${dorde.post} kann von Ihren offenen Vorgängen noch nicht lesen: 1`)).toBeVisible();
  await expect(page.getByRole("list", { name: "Noch nicht übergeben" })).toContainText(reference);
  await expectAccessible(page);
  await page.getByRole("button", { name: `Vorgänge an ${dorde.post} übergeben` }).click();
  await expect(page.getByText("noch nicht lesen")).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Vertretung", exact: true })).toBeFocused();
});

test("the deputy finds it among their cases, reads it and answers", async () => {
  const { page } = deputy;
  await page.goto("/amt");
  const line = page.getByRole("row").filter({ hasText: reference });
  await expect(line).toContainText(`Sie, in Vertretung für ${iwona.post}`);
  await page.goto(caseAddress);
  await expect(page.getByText(`Sie vertreten hier ${iwona.post}.`)).toBeVisible();
  await expect(page.getByText("Unterhalt ab August")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel(/^Antwort an/).fill("Ab August kommt Geld.");
  await page.getByRole("button", { name: /^Antwort an .+ senden$/ }).click();
  await expect(page.getByText(`in Vertretung für ${iwona.post}`)).toBeVisible();
});

test("the citizen's device believes the answer, and says that it is a deputy's", async () => {
  const { page } = citizen;
  const answer = page.getByRole("listitem").filter({ hasText: "Ab August kommt Geld." });
  await expect(answer).toContainText("in Vertretung");
  await expect(page.getByText("Absender nicht bewiesen")).toHaveCount(0);
  await expectAccessible(page);
});

test("when it has ended the case does not exist for them, and what they wrote stays believed", async () => {
  await deputies(absent.page)
    .getByRole("button", { name: /^Beenden: / })
    .click();
  await expect(absent.page.getByText("Sie werden nicht vertreten und vertreten niemanden.")).toBeVisible();
  const gone = deputy.page.getByRole("heading", { name: "Diesen Vorgang finden wir nicht." });
  await expect(gone).toBeVisible();
  await deputy.page.goto("/amt");
  await expect(deputy.page.getByText("Alles verteilt. Neue Vorgänge erscheinen hier von selbst.")).toBeVisible();
  await citizen.page.reload();
  const answer = citizen.page.getByRole("listitem").filter({ hasText: "Ab August kommt Geld." });
  await expect(answer).toContainText("in Vertretung");
});
