import { once } from "node:events";
import { endOnCrash } from "@dvd/config/end-on-crash";
import { witnessEnv } from "@dvd/config/env";
import { createLogger } from "@dvd/config/log";
import { reportStartFailure } from "@dvd/config/report-start-failure";
import { importSigningKey } from "@dvd/crypto";
import { openState } from "./state.ts";
import { createWitnessServer } from "./witness-server.ts";

async function main() {
  const start = performance.now();
  const env = witnessEnv();
  const log = createLogger({ level: env.logLevel, service: "witness" });
  endOnCrash(log);
  const server = createWitnessServer({
    witness: { name: env.name, key: await importSigningKey(env.key) },
    logs: new Map(env.logs.map(({ name, value }) => [name, Buffer.from(value, "base64")])),
    state: await openState(env.stateDirectory, { isFirstStart: process.argv.includes("--first-start") }),
    now: () => new Date(),
    log,
  });
  server.listen(env.port, env.host);
  await once(server, "listening");
  log.event("process.started", { profile: env.profile, port: env.port, ms: performance.now() - start });

  const stop = (reason: string) => {
    log.event("process.stopping", { reason });
    // What is being decided is answered; a decision takes milliseconds.
    server.close(() => process.exit(0));
    server.closeIdleConnections();
  };
  process.once("SIGTERM", () => stop("SIGTERM"));
  process.once("SIGINT", () => stop("SIGINT"));
}

main().catch((error: unknown) => reportStartFailure(error, "witness"));
