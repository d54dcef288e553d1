import { browserArgs, findBrowser } from "@dvd/scripts/browser";
import { defineConfig } from "@playwright/test";
import { readPortal } from "./portal.ts";

const browser = findBrowser();

export default defineConfig({
  testDir: ".",
  // The last look comes after whatever stories were asked for, and sees what all of them have left in the logs.
  projects: [
    { name: "stories", testMatch: "**/*.e2e.ts", teardown: "last-look" },
    { name: "last-look", testMatch: "**/last-look.ts" },
  ],
  outputDir: "../../test-results/e2e",
  snapshotPathTemplate: "{testDir}/{arg}{ext}",
  // A snapshot is something that somebody has looked at; `--update-snapshots` writes it anew.
  updateSnapshots: "none",
  globalSetup: "./global-setup.ts",
  // One portal, one browser, two cores: stories run one after the other and leave their cases behind.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // "list" tells what failed at the end, where somebody who reads a long log looks first.
  reporter: [["list"], ["json", { outputFile: "../../test-results/e2e.json" }]],
  use: {
    baseURL: readPortal()?.publicUrl ?? "",
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
    trace: "retain-on-failure",
    launchOptions: { args: browserArgs, ...(browser && { executablePath: browser.executablePath }) },
  },
});
