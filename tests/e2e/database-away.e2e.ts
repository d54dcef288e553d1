import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { asAdmin } from "../canary/rows.ts";
import { expectAccessible } from "./accessible.ts";
import { citizenAtPhone } from "./people.ts";
import { portal } from "./portal.ts";
import { startSecondWeb } from "./second-web.ts";

test("while the database is away a page says so, and the log does not say whose page it was", async ({ browser }) => {
  const web = await startSecondWeb("web-without-database.log");
  try {
    const signedIn = await citizenAtPhone(browser, "Grete Sommer", "/vorgaenge");
    // A cookie is for a machine, whatever the port.
    const context = await browser.newContext({ storageState: await signedIn.context.storageState(), baseURL: web.url });
    const page = await context.newPage();
    expect((await page.goto("/vorgaenge"))?.url()).toBe(`${web.url}/vorgaenge`);
    web.cut();

    for (const address of ["/vorgaenge", "/anmelden", "/abgemeldet", "/senden/wohngeld"]) {
      expect((await page.goto(address))?.status(), address).toBe(500);
      await expect(page.getByRole("heading", { name: "Das hat nicht geklappt." }), address).toBeVisible();
      await expect(page.getByRole("button", { name: "Nochmal versuchen" }), address).toBeVisible();
    }
    await expectAccessible(page);
    await signedIn.context.close();
    await context.close();
  } finally {
    await web.stop();
  }

  const [, ...lines] = readFileSync(web.log, "utf8")
    .trim()
    .split(/^(?=\{)/m);
  const events = lines.map((line) => JSON.parse(line) as { event: string; route?: string; code?: string });
  const failed = events.filter(({ event }) => event === "request.failed").map(({ route, code }) => `${route} ${code}`);
  expect(new Set(failed)).toContain("page.viewer service.unavailable");
  expect(new Set(failed)).toContain("page.services service.unavailable");
  const sessions = await asAdmin(portal().adminUrl, (sql) => sql<{ id: string }[]>`select id::text from sessions`);
  expect(sessions.length).toBeGreaterThan(0);
  for (const { id } of sessions) expect(lines.join("")).not.toContain(id);
  expect(lines.join("")).not.toMatch(/Failed query|params:|select /i);
});
