import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { asAdmin } from "../canary/rows.ts";
import { expectAccessible } from "./accessible.ts";
import { citizenAtPhone } from "./people.ts";
import { portal } from "./portal.ts";
import { notePrinted } from "./printed.ts";
import { startSecondWeb } from "./second-web.ts";

test("while the database is away a page says so, and the log does not say whose page it was", async ({ browser }) => {
  const web = await startSecondWeb("web-without-database.log");
  let told: string | undefined;
  try {
    const signedIn = await citizenAtPhone(browser, "Grete Sommer", "/vorgaenge");
    // A cookie is for a machine, whatever the port.
    const context = await browser.newContext({ storageState: await signedIn.context.storageState(), baseURL: web.url });
    // React's word for a page that the server could not make; the person reads ours.
    notePrinted(context, /^Error: Minified React error #441;/);
    const page = await context.newPage();
    expect((await page.goto("/vorgaenge"))?.url()).toBe(`${web.url}/vorgaenge`);
    web.cut();

    for (const address of ["/vorgaenge", "/anmelden", "/abgemeldet", "/senden/wohngeld"]) {
      const answer = await page.goto(address);
      expect(answer?.status(), address).toBe(500);
      told = answer?.headers()["x-correlation-id"];
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
  type Line = { event: string; route?: string; code?: string; status?: number; correlationId?: string };
  const events = lines.map((line) => JSON.parse(line) as Line);
  const failed = events.filter(({ event }) => event === "request.failed").map(({ route, code }) => `${route} ${code}`);
  expect(new Set(failed)).toContain("page.viewer service.unavailable");
  expect(new Set(failed)).toContain("page.services service.unavailable");
  // Under the number of the answer stand both what failed and which page it was.
  const about = events.filter(({ correlationId }) => correlationId === told);
  expect(about.map(({ event }) => event)).toEqual(expect.arrayContaining(["request.failed", "http.request"]));
  expect(about).toContainEqual(expect.objectContaining({ route: "page.senden._", status: 500 }));
  const sessions = await asAdmin(portal().adminUrl, (sql) => sql<{ id: string }[]>`select id::text from sessions`);
  expect(sessions.length).toBeGreaterThan(0);
  for (const { id } of sessions) expect(lines.join("")).not.toContain(id);
  expect(lines.join("")).not.toMatch(/Failed query|params:|select /i);
});
