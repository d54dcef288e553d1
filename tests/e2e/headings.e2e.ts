import { expect, type Page, type Route, test } from "@playwright/test";
import { makePdf } from "./pdf.ts";
import { citizenAtPhone, type Person } from "./people.ts";
import { prepareDocument } from "./sending.ts";

/**
 * Who listens to a page finds out by its one heading where they are: in every state, also in those that last a moment. Each
 * change of the page is looked at, not only what is left in the end.
 */
test.describe.configure({ mode: "serial" });

let citizen: Person;
let caseAddress = "";
const faults: string[] = [];
const mark = "headings of the page:";

test.afterAll(() => citizen?.context.close());

/** In the page. What is still being parsed has no heading yet. */
const watchHeadings = (text: string) => {
  const look = () => {
    const main = document.querySelector("main");
    if (document.readyState === "loading" || !main) return;
    const shown = [...document.querySelectorAll("h1")].map(({ textContent }) => textContent);
    if (shown.length !== 1 || !shown[0]) console.warn(text, location.pathname, JSON.stringify(shown), main.innerText);
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
};

test.beforeAll(async ({ browser }) => {
  citizen = await citizenAtPhone(browser, "Rosa Habicht", "/senden/wohngeld");
  const { page, context } = citizen;
  await context.addInitScript(watchHeadings, mark);
  context.on("console", (message) => {
    if (message.text().startsWith(mark)) faults.push(message.text());
  });
  await page.goto("/senden/wohngeld");
  await prepareDocument(page, makePdf("Nachweis"));
  await page.getByRole("button", { name: "Jetzt verschlüsselt abschicken" }).click();
  await page.getByRole("link", { name: "Zum Vorgang" }).click();
  await page.waitForURL("**/vorgaenge/*");
  caseAddress = new URL(page.url()).pathname;
});

test.afterEach(() => expect(faults).toEqual([]));

const headed = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });

/** By the address: what its content is fetched with, its heading while that takes long, and once it is there. */
const pages = [
  { at: () => caseAddress, by: "cases.getCase", waiting: "Vorgang", ready: "Wohngeld beantragen" },
  { at: () => "/vorgaenge", by: "cases.listOwnCases", waiting: "Meine Vorgänge", ready: "Meine Vorgänge" },
  { at: () => "/senden/wohngeld", by: "drafts.listDrafts", waiting: "Wohngeld beantragen", ready: /Schritt 1 von/ },
  { at: () => "/konto", by: "sessions.listSessions", waiting: "Konto", ready: "Konto" },
] as const;

for (const { at, by, waiting, ready } of pages) {
  test(`the page that waits for ${by} has one heading while it loads, when it is there, and when it is locked`, async () => {
    const { page } = citizen;
    const calls = new RegExp(`/api/trpc/[^?]*${by}`);
    let answer = () => {};
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const hold = async (route: Route) => {
      await answered;
      await route.continue();
    };
    await page.route(calls, hold);
    const asked = page.waitForRequest(calls);
    await page.goto(at());
    await asked;
    await expect(headed(page, waiting)).toHaveCount(1);
    await expect(page).toHaveTitle(new RegExp(`^${waiting} – `));
    answer();
    await expect(page.getByRole("heading", { level: 1, name: ready })).toBeVisible();
    await page.unroute(calls, hold);

    // As from another window of theirs.
    await page.evaluate(() => new BroadcastChannel("dvd-lock").postMessage(null));
    await expect(headed(page, "Ihre Unterlagen sind verschlossen.")).toBeVisible();
    await page.getByRole("button", { name: "Mit diesem Gerät öffnen" }).click();
    await expect(page.getByRole("heading", { level: 1, name: ready })).toBeVisible();
  });
}

test("pages that fail, are offline or show what is not there have one heading", async () => {
  const { page } = citizen;
  const calls = /\/api\/trpc\/[^?]*cases\./;
  for (const [address, heading] of [
    [caseAddress, "Vorgang"],
    ["/vorgaenge", "Meine Vorgänge"],
  ] as const) {
    await page.route(calls, (route) => route.fulfill({ status: 400, json: { code: "internal" } }));
    await page.goto(address);
    await expect(page.getByRole("button", { name: "Nochmal versuchen" }).first()).toBeVisible();
    await expect(headed(page, heading)).toBeVisible();
    await page.unroute(calls);

    await page.route(calls, (route) => route.abort("internetdisconnected"));
    await page.goto(address);
    await expect(page.getByRole("button", { name: "Nochmal versuchen" }).first()).toBeVisible({ timeout: 30_000 });
    await expect(headed(page, heading)).toBeVisible();
    await page.unroute(calls);
  }
  await page.goto("/vorgaenge/01900000-0000-7000-8000-000000000000");
  await expect(headed(page, "Diesen Vorgang gibt es nicht.")).toBeVisible();
  await expect(page).toHaveTitle(/^Diesen Vorgang gibt es nicht\./);
});
