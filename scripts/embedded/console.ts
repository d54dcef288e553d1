import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { relative } from "node:path";
import type { DemoSummary } from "./demo-summary.ts";
import { EmbeddedError } from "./errors.ts";
import type { EmbeddedProfile, EmbeddedStep } from "./profile.ts";
import { errorTexts, texts } from "./texts.ts";

/** A person at a terminal reads this, so it is text and not an event of the log. */
export const say = (text: string) => process.stdout.write(`${text}\n`);

export function sayStep(step: EmbeddedStep): void {
  say(step.step === "port-moved" ? texts.portMoved(step.name, step.from, step.to) : texts[step.step]);
}

export function sayRunning({ publicUrl, demo, dataDir, logsDir }: EmbeddedProfile, milliseconds: number): void {
  const seconds = (milliseconds / 1000).toLocaleString("de-DE", { maximumFractionDigits: 1 });
  const facts = [
    [texts.data, shorten(dataDir)],
    [texts.logs, shorten(logsDir)],
    [texts.stop, texts.stopHow],
    [texts.reset, texts.resetHow],
  ];
  say(["", texts.running(publicUrl, seconds), "", ...loginTable(demo), "", ...align(facts), ""].join("\n"));
}

/** Shows why it failed, with the end of the log that knows more. */
export function sayError(error: unknown): void {
  if (!(error instanceof EmbeddedError)) {
    say(`${texts.unexpected}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return;
  }
  say(errorTexts[error.code](error.details));
  if (typeof error.details.log === "string") sayEndOf(error.details.log);
}

export function sayEndOf(log: string): void {
  const lines = readIfThere(log).trimEnd().split("\n").slice(-20);
  if (lines.join("") !== "") say([texts.lastLines, ...lines.map((line) => `  ${line}`)].join("\n"));
}

function loginTable({ logins }: DemoSummary): string[] {
  const { columns } = texts;
  const rows = logins.map(({ name, office, recoveryKeyFile }) => [name, office, shorten(recoveryKeyFile ?? "")]);
  return align([[columns.name, columns.office, columns.recoveryKeyFile], ...rows]);
}

function align(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("   ")}`.trimEnd());
}

/** Paths as one would type them from here. */
function shorten(path: string): string {
  if (path === "") return path;
  const fromHere = relative(process.cwd(), path);
  if (!fromHere.startsWith("..")) return fromHere;
  return path.startsWith(`${homedir()}/`) ? `~${path.slice(homedir().length)}` : path;
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // The program may have failed before it wrote a line.
    return "";
  }
}
