import { expect, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { openBrowser } from "./people.ts";
import { portal } from "./portal.ts";

const addresses = [
  "/",
  "/anliegen",
  "/anmelden",
  "/abgemeldet?als=citizen",
  "/hilfe",
  "/sicherheit",
  "/was-der-server-sieht",
  "/schwachstelle-melden",
  "/beleg-pruefen",
  "/barrierefreiheit",
  "/datenschutz",
  "/impressum",
  "/fehler/case.conflict",
  "/gibt-es-nicht",
];

for (const [device, viewport] of [
  ["a phone", { width: 390, height: 844 }],
  ["a desk", { width: 1280, height: 900 }],
] as const)
  test(`every public page is accessible on ${device}, in light and dark, and nothing scrolls sideways`, async ({
    browser,
  }) => {
    const { page, context } = await openBrowser(browser, viewport);
    for (const address of addresses) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, address).toBeLessThanOrEqual(0);
    }
    await context.close();
  });

test("what a refusal is called leads to a page that explains it, and what no refusal is called to none", async ({
  browser,
}) => {
  const { page, context } = await openBrowser(browser, { width: 390, height: 844 });
  const refused = await fetch(`${portal().publicUrl}/api/nope`);
  const { type, title, code }: { type: string; title: string; code: string } = await refused.json();
  await page.goto(type);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText(code)).toBeVisible();
  expect((await page.goto("/fehler/nichts.davon"))?.status()).toBe(404);
  expect((await page.goto("/fehler/constructor"))?.status()).toBe(404);
  await context.close();
});

test("who is not signed in is sent to the door and told why", async ({ browser }) => {
  const { page, context } = await openBrowser(browser, { width: 390, height: 844 });
  for (const address of ["/vorgaenge", "/konto", "/senden/wohngeld", "/amt"]) {
    await page.goto(address);
    await expect(page).toHaveURL(/\/anmelden\?/);
    await expect(page.getByText("Für diese Seite müssen Sie sich anmelden.")).toBeVisible();
  }
  await context.close();
});

test("a change that another page asks for is refused, and so is a body that is too large", async () => {
  const { publicUrl } = portal();
  const call = (headers: Record<string, string>, body: string) =>
    fetch(`${publicUrl}/api/trpc/cases.openDraft`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
    });
  const codeOf = async (response: Response) => {
    const { code }: { code?: string } = await response.json();
    return { status: response.status, code };
  };
  const foreign = { status: 403, code: "request.foreign-origin" };
  expect(await codeOf(await call({ origin: "https://evil.example" }, "{}"))).toEqual(foreign);
  expect(await codeOf(await call({ origin: "null" }, "{}"))).toEqual(foreign);
  expect(await codeOf(await call({}, "{}"))).toEqual(foreign);
  expect(await codeOf(await call({ origin: publicUrl }, `"${"x".repeat(700_000)}"`))).toEqual({
    status: 413,
    code: "request.too-large",
  });
});
