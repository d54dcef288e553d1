import { BrokenChain } from "@dvd/api/audit/chain-check";
import { CryptoError } from "@dvd/crypto";
import { CliError, type Exit, exitCodes, explanations } from "./exit-codes.ts";
import { exportLines } from "./export.ts";
import { type Facts, verify } from "./verify.ts";

const usage = `usage: dvd-audit verify FILE --chain ID --checkpoints FILE --key PEM… [--json]
       dvd-audit verify --database-url-file FILE --chain ID --checkpoints FILE --key PEM… [--json]
       dvd-audit export --database-url-file FILE --chain ID [--after N]
docs/audit.md says what is checked and what each exit code means.
`;

type Rendered = { out: string; error: string; exit: number };

/** One call of the program, without the process around it. */
export async function run(
  [name = "", ...args]: readonly string[],
  write: (line: string) => Promise<void> = async () => {},
): Promise<Rendered> {
  if (name === "--help" || name === "help") return { out: usage, error: "", exit: 0 };
  const isJson = args.includes("--json");
  try {
    if (name === "export") {
      await exportLines(args, write);
      return { out: "", error: "", exit: exitCodes.ok };
    }
    if (name !== "verify") throw new CliError("usage", "no such command; dvd-audit help lists them");
    const facts = await verify(args);
    return { out: isJson ? line({ exit: 0, ...facts }) : textOf(facts), error: "", exit: exitCodes.ok };
  } catch (error) {
    const { exit, message, seq } = failureOf(error);
    const code = exitCodes[exit];
    if (isJson) return { out: line({ exit: code, fault: exit, seq }), error: "", exit: code };
    return { out: "", error: `dvd-audit: ${exit}${seq === null ? "" : ` at ${seq}`}: ${message}\n`, exit: code };
  }
}

const line = (value: object) => `${JSON.stringify(value)}\n`;

function textOf(facts: Facts): string {
  const names = Object.entries(facts).map(
    ([name, value]) => [name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`), value] as const,
  );
  return `intact\n${names.map(([name, value]) => `${name}: ${value}\n`).join("")}`;
}

function failureOf(error: unknown): { exit: Exit; message: string; seq: number | null } {
  if (error instanceof BrokenChain) return { exit: error.fault, message: explanations[error.fault], seq: error.seq };
  if (error instanceof CliError) return { exit: error.exit, message: error.message, seq: null };
  if (error instanceof CryptoError) return { exit: "usage", message: "a key is not on the curve P-384", seq: null };
  if (error instanceof Error && "code" in error && typeof error.code === "string") {
    if (error.code.startsWith("ERR_PARSE_ARGS")) return { exit: "usage", message: error.message, seq: null };
    if ("syscall" in error) return { exit: "source", message: `cannot read (${error.code})`, seq: null };
  }
  const isDatabase = error instanceof Error && (error.name === "PostgresError" || error.cause instanceof Error);
  if (isDatabase) return { exit: "source", message: "the database refused or did not answer", seq: null };
  return { exit: "internal", message: "this is a mistake of the program; please report it", seq: null };
}
