import { appendFileSync, existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { BrowserContext } from "@playwright/test";
import { portal } from "./portal.ts";

export type Printed = { type: string; text: string; page: string };

/** Among the logs of the processes: whatever is searched for there is searched for here. */
export const printedFile = () => path.join(portal().logsDir, "console.jsonl");

/**
 * What the console of this browser shows, in every window of it, whoever printed it: our code, React, or the browser. `provoked`:
 * what this story brings about.
 */
export function notePrinted(context: BrowserContext, provoked?: RegExp) {
  const note = (line: Printed) => appendFileSync(printedFile(), `${JSON.stringify(line)}\n`);
  note({ type: "opened", text: "", page: "" });
  context.on("console", (message) =>
    note({
      type: provoked?.test(message.text()) ? "provoked" : message.type(),
      text: message.text(),
      page: pathOf(message.page()?.url()),
    }),
  );
  context.on("weberror", (failed) =>
    note({ type: "weberror", text: String(failed.error()), page: pathOf(failed.page()?.url()) }),
  );
}

/** Where it was printed; what stands behind `?` and `#` is for the page alone. */
const pathOf = (url = "") => URL.parse(url)?.pathname ?? "";

export function readPrinted(): Printed[] {
  if (!existsSync(printedFile())) return [];
  const lines = readFileSync(printedFile(), "utf8").split("\n").filter(Boolean);
  // Written above, line by line.
  return lines.map((line) => JSON.parse(line) as Printed);
}

/**
 * What is a mistake whoever reads it: an error that nobody has caught, and whatever is printed as one. Nothing of ours prints;
 * React does for a text that differs between server and browser and for a list without keys, the browser for what the policy
 * of the page refuses. The browser also reports each request that went wrong. That is not ours to silence, and which of them a
 * story brings about, it asserts.
 */
const aboutTheNetwork = /^Failed to load resource: /;

export const isMistake = ({ type, text }: Printed) =>
  ["error", "assert", "weberror"].includes(type) && !aboutTheNetwork.test(text);
