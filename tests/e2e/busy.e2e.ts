import { expect, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { makePdf } from "./pdf.ts";
import { citizenAtPhone } from "./people.ts";
import { prepareDocument } from "./sending.ts";

test("who did too much at once reads when it goes on, and it goes on by itself", async ({ browser }) => {
  const { page, context } = await citizenAtPhone(browser, "Ottilie Winter", "/vorgaenge");
  await expect(page.getByText("Noch kein Vorgang.")).toBeVisible();
  let refused = 0;
  // As the portal answers whoever has used up a budget; the next call gets through.
  await page.route(/\/api\/trpc\/.*accounts\.getAccount/, async (route) => {
    if (refused > 0) return route.fallback();
    refused += 1;
    const error = { code: "request.too-many", correlationId: "", at: new Date().toISOString(), retryAfterSeconds: 12 };
    const { pathname } = new URL(route.request().url());
    const each = { error: { code: -32_029, message: "request.too-many", data: error } };
    const body = JSON.stringify(pathname.split(",").map(() => each));
    await route.fulfill({ status: 429, headers: { "content-type": "application/json", "retry-after": "12" }, body });
  });
  const heard: string[] = [];
  await page.exposeFunction("hear", (text: string) => heard.push(text));
  await page.addInitScript(() => {
    new MutationObserver((changes) => {
      for (const { target } of changes)
        if (target instanceof Element && target.getAttribute("aria-live") && target.textContent)
          (window as unknown as { hear: (text: string) => void }).hear(target.textContent);
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();

  await expect(page.getByText("Gerade ist sehr viel los.", { exact: true })).toBeVisible();
  await expect(page.getByText(/^Wir versuchen es in \d+ Sekunden von selbst noch einmal/).first()).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByText("Gerade ist sehr viel los.", { exact: true })).toHaveCount(0, { timeout: 30_000 });
  expect(refused).toBe(1);
  await expect(page.getByText("Noch kein Vorgang.")).toBeVisible();
  expect(heard.filter((text) => text === "Wir versuchen es jetzt noch einmal …")).toHaveLength(1);
  // At the beginning and ten seconds before the end: nobody is told every second.
  expect(heard.filter((text) => text.includes("von selbst noch einmal"))).toHaveLength(2);
  await context.close();
});

test("documents wait as long as the portal says, and arrive without being sent twice", async ({ browser }) => {
  const { page, context } = await citizenAtPhone(browser, "Ole Wiesel", "/senden/wohngeld");
  await prepareDocument(page, makePdf("Nachweis"));
  const puts: string[] = [];
  await context.route("**/api/uploads/*/parts/*", async (route) => {
    puts.push(new URL(route.request().url()).pathname);
    if (puts.length > 1) return route.continue();
    const error = { code: "request.too-many", correlationId: "", at: new Date().toISOString(), retryAfterSeconds: 4 };
    await route.fulfill({ status: 429, headers: { "retry-after": "4" }, json: { error } });
  });
  await page.getByRole("button", { name: "Jetzt verschlüsselt abschicken" }).click();
  await expect(page.getByText(/^Gerade ist sehr viel los\. Es geht gleich von selbst weiter\./)).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole("heading", { name: /^Abgeschickt am .+ Uhr$/ })).toBeVisible({ timeout: 30_000 });
  // Only the part that was refused went out again.
  expect(puts.length - new Set(puts).size).toBe(1);
  await context.close();
});
