import { createServer } from "node:http";
import { createWorkerDeps } from "@dvd/api/deps";
import { blobProbe, databaseProbe } from "@dvd/api/health/check-health";
import { serveHealth } from "@dvd/api/http/health";
import { serveMetrics } from "@dvd/api/http/metrics";
import { workerEnv } from "@dvd/config/env";
import { endOnCrash } from "@dvd/config/end-on-crash";
import { createLogger } from "@dvd/config/log";
import { reportStartFailure } from "@dvd/config/report-start-failure";
import { startAudit } from "./audit.ts";
import { startKeyLog } from "./key-log.ts";
import { startSweepOfEnded } from "./sweep-ended.ts";
import { startSweep } from "./sweep.ts";
import { startWork } from "./work.ts";

async function main() {
  const start = performance.now();
  const env = workerEnv();
  const log = createLogger({ level: env.logLevel, service: "worker" });
  endOnCrash(log);
  const { deps, close } = await createWorkerDeps(env, log, "dvd-worker");
  const work = await startWork(deps, env.database.url);
  const keyLog = await startKeyLog(deps, env.keyLog);
  const audit = await startAudit(deps, env.audit);
  const sweep = startSweep(deps);
  const ofProcess = { actor: null, correlationId: "process" };
  deps.operations.note(ofProcess, { type: "service.started", name: "worker" });
  const sweepOfEnded = startSweepOfEnded(deps);
  let isStopping = false;

  const probes = [
    databaseProbe(deps.db),
    blobProbe(deps.blobs),
    { name: "queue", vital: true, run: () => work.isRunning() },
  ];
  const server = createServer((request, response) => {
    serveMetrics(request.url ?? "", response, deps.db)
      .then((served) => served || serveHealth(request.url ?? "", response, probes, () => isStopping))
      .then((served) => served || response.writeHead(404).end())
      .catch(() => response.destroy());
  });
  server.listen(env.port, env.host, () =>
    log.event("process.started", { profile: env.profile, port: env.port, ms: performance.now() - start }),
  );

  /** First signal: finish what runs. The supervisor's second one ends the process the hard way. */
  const stop = async (reason: string) => {
    if (isStopping) return;
    isStopping = true;
    log.event("process.stopping", { reason });
    deps.operations.note(ofProcess, { type: "service.stopped", name: "worker" });
    await deps.operations.flush();
    await Promise.all([work.stop(), sweep.stop(), sweepOfEnded.stop(), keyLog.stop()]);
    await audit.stop();
    server.close();
    server.closeAllConnections();
    await close();
    process.exit(0);
  };
  process.once("SIGTERM", () => void stop("SIGTERM"));
  process.once("SIGINT", () => void stop("SIGINT"));
}

main().catch((error: unknown) => reportStartFailure(error, "worker"));
