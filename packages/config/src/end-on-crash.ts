import type { Logger } from "./log.ts";

/**
 * For what nobody has caught, rejected promises too: one line without its message, and the end. Node would print the error
 * whole, with the values that a message of the database quotes; and what goes on after it is in no state that anybody knows.
 */
export function endOnCrash(log: Logger) {
  process.on("uncaughtException", (error) => {
    log.event("process.failed", { reason: "crash", error });
    process.exit(1);
  });
}
