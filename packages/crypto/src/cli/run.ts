import { CliError } from "./exit-codes.ts";
import { inspect } from "./inspect.ts";
import { open } from "./open.ts";
import { renderFailure, renderReport, type Rendered, type Report } from "./report.ts";
import { seal } from "./seal.ts";
import { verifyLog } from "./verify-log.ts";
import { verifyReceipt } from "./verify-receipt.ts";

type Command = (args: string[], now: Date) => Promise<Report>;

const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ["inspect", inspect],
  ["open", open],
  ["seal", seal],
  ["verify-receipt", verifyReceipt],
  ["verify-log", verifyLog],
]);

const usage = `usage: dvd-crypto ${[...commands.keys()].join(" | ")} FILE [options] [--json]
The options of each command are in docs/dvd-crypto.md.
`;

/** One call of the program, without the process around it. */
export async function run([name = "", ...args]: readonly string[], now: Date): Promise<Rendered> {
  if (name === "--help" || name === "help") return { out: usage, error: "", exit: 0 };
  const isJson = args.includes("--json");
  try {
    const command = commands.get(name);
    if (!command) throw new CliError("usage", "no such command; dvd-crypto help lists them");
    return renderReport(name, await command(args, now), isJson);
  } catch (error) {
    return renderFailure(error, isJson);
  }
}
