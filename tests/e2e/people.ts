import { readFileSync } from "node:fs";
import path from "node:path";
import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { portal } from "./portal.ts";
import { notePrinted } from "./printed.ts";
import { noteTyped } from "./typed.ts";

export type Person = { page: Page; context: BrowserContext };

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };

/** A browser of its own, which fails the story on any error that a person would find in its console. */
export async function openBrowser(browser: Browser, viewport: { width: number; height: number }): Promise<Person> {
  const context = await browser.newContext({ viewport, baseURL: portal().publicUrl });
  await reportViolations(context);
  await noteTyped(context);
  notePrinted(context);
  const page = await context.newPage();
  page.on("pageerror", (error) => {
    throw new Error(`the page failed: ${error.message}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error" && !expectedRefusals.test(message.text()))
      throw new Error(`the console reports: ${message.text()}`);
  });
  return { page, context };
}

/** No page of a story, nor a window that it opens, does what its own policy forbids. */
async function reportViolations(context: BrowserContext) {
  const mark = "the policy of the page was violated:";
  await context.addInitScript((text) => {
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
      console.warn(text, effectiveDirective, blockedURI, sourceFile, lineNumber),
    );
  }, mark);
  context.on("console", (message) => {
    if (message.text().startsWith(mark)) throw new Error(message.text());
  });
}

/** Chromium reports every status from 400 on and every call without a line; which ones a story provokes, it asserts. */
const expectedRefusals =
  /^Failed to load resource: (?:the server responded with a status of 4\d\d|net::ERR_INTERNET_DISCONNECTED)/;

/**
 * At the door of the portal, then at the identity provider, then back on the page that was wanted. Also in the step that
 * does something for which the login must be fresh (domain/session/fresh-login.ts): the steps before it may have been slow.
 */
export async function signIn(page: Page, kind: "citizen" | "official", name: string, target: string) {
  await page.goto(`/anmelden?als=${kind}&zurueck=${encodeURIComponent(target)}`);
  const door = kind === "citizen" ? "Mit Bürgerkonto anmelden" : "Als Behörde anmelden";
  await page.getByRole("button", { name: door }).click();
  await page.getByLabel(new RegExp(name)).check();
  await page.getByRole("button", { name: "Anmelden" }).click();
  await page.waitForURL(`**${target}`);
}

export async function citizenAtPhone(browser: Browser, name: string, target: string): Promise<Person> {
  const person = await openBrowser(browser, phone);
  await signIn(person.page, "citizen", name, target);
  return person;
}

export async function officialAtDesk(browser: Browser, name: string, target = "/amt"): Promise<Person> {
  const person = await openBrowser(browser, desk);
  await signIn(person.page, "official", name, target);
  return person;
}

export async function unlock(page: Page, recoveryKey: string) {
  await expect(page.getByRole("heading", { name: "Auf diesem Gerät fehlt der Schlüssel." })).toBeVisible();
  await page.getByLabel("Wiederherstellungsschlüssel", { exact: true }).fill(recoveryKey);
  await page.getByRole("button", { name: "Entsperren" }).click();
}

/** What a real official has on paper. */
export const recoveryKeyOf = (subject: string) =>
  readFileSync(path.join(portal().dataDir, "demo", `${subject}.txt`), "utf8").trim();
