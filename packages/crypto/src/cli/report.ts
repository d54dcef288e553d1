import { CryptoError } from "../errors.ts";
import { CliError, exitCodes, explanations, type Exit } from "./exit-codes.ts";

type Value = string | number | boolean | null | Facts | readonly string[] | readonly Facts[];
export type Facts = { readonly [name: string]: Value };

/** The facts are the answer: text and JSON are two ways to write them down. Keys and content are never among them. */
export type Report = { exit: Exit; facts: Facts; warnings?: readonly string[] };
export type Rendered = { out: string; error: string; exit: number };

export function renderReport(command: string, { exit, facts, warnings = [] }: Report, isJson: boolean): Rendered {
  const code = exitCodes[exit];
  if (isJson) return { out: line({ ok: true, command, exit: code, ...facts, warnings }), error: "", exit: code };
  return { out: textOf(facts), error: warnings.map((warning) => `${warning}\n`).join(""), exit: code };
}

type Failure = { exit: Exit; code: string; message: string; segment?: number; group?: number };

export function renderFailure(error: unknown, isJson: boolean): Rendered {
  const { exit, ...failure } = failureOf(error);
  const code = exitCodes[exit];
  if (isJson) return { out: line({ ok: false, exit: code, ...failure }), error: "", exit: code };
  const place = [
    failure.segment === undefined ? "" : ` (segment ${failure.segment})`,
    failure.group === undefined ? "" : ` (group ${failure.group + 1} of 8)`,
  ].join("");
  return { out: "", error: `dvd-crypto: ${failure.code}${place}: ${printable(failure.message)}\n`, exit: code };
}

function failureOf(error: unknown): Failure {
  if (error instanceof CryptoError) {
    const [exit, message] = explanations[error.code];
    const { code, segment, group } = error;
    return { exit, code, message, ...(segment !== undefined && { segment }), ...(group !== undefined && { group }) };
  }
  if (error instanceof CliError) return { exit: error.exit, code: error.exit, message: error.message };
  if (error instanceof Error && "code" in error && typeof error.code === "string") {
    if (error.code.startsWith("ERR_PARSE_ARGS")) return { exit: "usage", code: "usage", message: error.message };
    // Of the operating system: no such file, no right, no space.
    if ("syscall" in error) return { exit: "file", code: "file", message: error.message };
  }
  // Its message could hold what was decrypted.
  return { exit: "internal", code: "internal", message: explanations.E_STATE[1] };
}

const line = (value: object) => `${JSON.stringify(value)}\n`;

/** A file name can hold characters that move the cursor or turn the direction of writing: they are shown, not obeyed. */
export const printable = (text: string): string =>
  text.replaceAll(/\p{C}/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);

const words = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const isFacts = (value: Value): value is Facts => typeof value === "object" && value !== null && !Array.isArray(value);

function textOf(facts: Facts, indent = ""): string {
  return Object.entries(facts)
    .map(([name, value]) => `${indent}${words(name)}:${valueText(value, indent)}`)
    .join("");
}

function valueText(value: Value, indent: string): string {
  if (isFacts(value)) return `\n${textOf(value, `${indent}  `)}`;
  if (typeof value !== "object" || value === null) return ` ${printable(String(value ?? "-"))}\n`;
  if (value.length === 0) return " none\n";
  const items = value.map((item) =>
    typeof item === "string" ? `${indent}  - ${printable(item)}\n` : itemText(item, indent),
  );
  return `\n${items.join("")}`;
}

const itemText = (facts: Facts, indent: string) =>
  textOf(facts, `${indent}    `).replace(`${indent}    `, `${indent}  - `);
