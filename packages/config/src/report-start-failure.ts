import { ConfigError, describeProblems } from "./config-error.ts";
import type { Logger } from "./log.ts";
import { createLogger } from "./log.ts";

/**
 * The last thing a process does that could not start: what is wrong with its settings, whole, for the person at the
 * console; anything else as a log event without messages, because those of the database hold values.
 */
export function reportStartFailure(
  error: unknown,
  service: string,
  log: Logger = createLogger({ level: "info", service }),
): never {
  if (error instanceof ConfigError) process.stderr.write(`${describeProblems(error)}\n`);
  else log.event("process.failed", { reason: "start", error });
  process.exit(1);
}
