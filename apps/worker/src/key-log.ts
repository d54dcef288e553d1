import type { WorkerDeps } from "@dvd/api/context";
import { growKeyLog, openLogKeeper } from "@dvd/api/key-log/grow-key-log";
import type { WorkerEnv } from "@dvd/config/env";

const everyMs = 15_000;

/**
 * Keeps the public log: what authorities publish is in it within seconds. The first time is awaited, so that whoever
 * starts after the worker finds a log to show; a failure is told and tried again, because readers still have the old one.
 */
export async function startKeyLog(deps: WorkerDeps, env: WorkerEnv["keyLog"]) {
  const keeper = await openLogKeeper(env);
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let isStopping = false;

  const turn = async () => {
    await growKeyLog(deps, keeper).catch((error: unknown) => deps.log.event("key-log.failed", { error }));
    if (!isStopping) timer = setTimeout(run, everyMs);
  };
  const run = () => {
    running = turn();
  };
  run();
  await running;

  return {
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      await running;
    },
  };
}
