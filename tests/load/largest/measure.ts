import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, type Page } from "@playwright/test";
import { largestFileBytes } from "@dvd/domain/document/limits";
import { freeTestPort } from "@dvd/scripts/embedded/ports";
import { startEmbedded } from "@dvd/scripts/embedded/profile";
import { digestOf, writeLargePdf } from "../../e2e/large-pdf.ts";
import { unlock } from "../../e2e/people.ts";
import { memoryOf, processListeningOn } from "../../e2e/process-table.ts";
import { answerWohngeld, findOffice, goOn } from "../../e2e/sending.ts";
import { type Chromium, openChromium } from "./chromium.ts";

const limitMs = 20 * 60_000;
/** No single step of it takes longer, or it is stuck. */
const stepMs = 8 * 60_000;
const fileName = "bauakte.pdf";

/**
 * The largest file that the portal takes, from a citizen's browser through everything into the one of an official, who
 * saves it: it has to be the same. The portal, both browsers and everybody's disk are one machine.
 */
export async function measureLargest() {
  const giveUp = globalThis.setTimeout(() => {
    console.error("took too long");
    process.exit(1);
  }, limitMs);
  const folder = mkdtempSync(path.join(tmpdir(), "dvd-bench-"));
  const ports = {
    web: await freeTestPort(Math.random()),
    identity: await freeTestPort(Math.random()),
    worker: await freeTestPort(Math.random()),
    witness: await freeTestPort(Math.random()),
    postgres: await freeTestPort(Math.random()),
  };
  const profile = await startEmbedded({ dataDir: path.join(folder, "data"), ports });
  try {
    const file = path.join(folder, fileName);
    writeLargePdf(file, largestFileBytes);
    const web = processListeningOn(ports.web);
    await withChromium((chromium) => send(chromium, web, profile.publicUrl, file));
    const key = readFileSync(path.join(profile.dataDir, "demo", "official-2001.txt"), "utf8").trim();
    const received = await withChromium((chromium) => receive(chromium, web, profile.publicUrl, key));
    const sent = await digestOf(file);
    console.log(`${largestFileBytes} bytes, SHA-256 ${sent}: ${received === sent ? "the same" : `NOT ${received}`}`);
    if (received !== sent) throw new Error("what the official has is something else");
  } finally {
    await profile.stop();
    rmSync(folder, { recursive: true, force: true });
    clearTimeout(giveUp);
  }
}

async function withChromium<T>(work: (chromium: Chromium) => Promise<T>): Promise<T> {
  const chromium = await openChromium();
  try {
    return await work(chromium);
  } finally {
    await chromium.stop();
  }
}

async function send(chromium: Chromium, web: number, portal: string, file: string) {
  await chromium.drive(async (page) => {
    await signIn(page, portal, "citizen", "Aylin Kaya-Öztürk", "/senden/wohngeld");
    await findOffice(page);
    await answerWohngeld(page, { family: "Kaya", remark: "Die Akte ist groß." });
  });
  await watched("picking: looked at and kept, encrypted, on the device", chromium, web, () =>
    chromium.drive(async (page) => {
      await page.locator('input[type="file"]').first().setInputFiles(file);
      await page.getByText("Liegt verschlüsselt auf diesem Gerät bereit.").waitFor({ timeout: stepMs });
    }),
  );
  await watched("sending, until the receipt is proven", chromium, web, async () => {
    await chromium.drive(async (page) => {
      await goOn(page);
      await page.getByRole("button", { name: "Ohne diese Unterlagen weiter" }).click();
      await page.getByRole("button", { name: "Weiter: Schlüssel sichern" }).click();
      await page.getByLabel("Ich habe den Schlüssel gespeichert oder ausgedruckt.").check();
      await page.getByRole("button", { name: "Jetzt verschlüsselt abschicken" }).click();
    });
    await until(async () => (await chromium.title()).startsWith("Abgeschickt am"));
  });
  await chromium.drive(async (page) => {
    await expect(page.getByRole("heading", { name: /^Abgeschickt am .+ Uhr$/ })).toBeVisible();
  });
}

/** Returns the digest of what was saved. */
async function receive(chromium: Chromium, web: number, portal: string, recoveryKey: string): Promise<string> {
  await chromium.drive(async (page) => {
    await signIn(page, portal, "official", "Seda Demir", "/amt");
    await unlock(page, recoveryKey);
    await page.getByRole("row", { name: /Kaya/ }).getByRole("link").click();
    await page.getByRole("button", { name: "Öffnen: Unterlage 1" }).waitFor();
  });
  return chromium.drive(async (page) => {
    const save = page.getByRole("button", { name: `Speichern: ${fileName}` });
    await watched("opening: fetched, proven and decrypted", chromium, web, async () => {
      for (const number of [1, 2]) await page.getByRole("button", { name: `Öffnen: Unterlage ${number}` }).click();
      await save.waitFor({ timeout: stepMs });
    });
    await watched("saving", chromium, web, async () => {
      await save.click();
      await until(async () => existsSync(chromium.downloaded(fileName)));
    });
    return digestOf(chromium.downloaded(fileName));
  });
}

async function signIn(page: Page, portal: string, kind: "citizen" | "official", name: string, target: string) {
  await page.goto(`${portal}/anmelden?als=${kind}&zurueck=${encodeURIComponent(target)}`);
  const door = kind === "citizen" ? "Mit Bürgerkonto anmelden" : "Als Behörde anmelden";
  await page.getByRole("button", { name: door }).click();
  await page.getByLabel(new RegExp(name)).check();
  await page.getByRole("button", { name: "Anmelden" }).click();
  await page.waitForURL(`**${target}`);
}

/** Seconds, and resident memory before and at most. */
async function watched(what: string, chromium: Chromium, web: number, work: () => Promise<void>) {
  const look = () => ({ ...chromium.memory(), server: memoryOf(web).now });
  const before = look();
  const highest = { ...before };
  const timer = setInterval(() => {
    const now = look();
    for (const part of ["page", "browser", "server"] as const) highest[part] = Math.max(highest[part], now[part]);
  }, 100);
  const start = performance.now();
  await work().finally(() => clearInterval(timer));
  const seconds = (performance.now() - start) / 1000;
  const grown = (part: keyof typeof before) => `${part} ${before[part].toFixed(0)} → ${highest[part].toFixed(0)}`;
  console.log(
    `${what}: ${seconds.toFixed(0)} s; MB: ${(["page", "browser", "server"] as const).map(grown).join(", ")}`,
  );
}

async function until(isTrue: () => Promise<boolean>) {
  const deadline = Date.now() + stepMs;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error("stuck");
    await setTimeout(250);
  }
}
