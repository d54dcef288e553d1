import { type Depth, openAuditKeeper, signCheckpoints } from "@dvd/api/audit/sign-checkpoints";
import { linkWaiting } from "@dvd/api/audit/link-waiting";
import { pruneAudit } from "@dvd/api/audit/prune-audit";
import type { WorkerDeps } from "@dvd/api/context";
import type { WorkerEnv } from "@dvd/config/env";

const linkEveryMs = 1_000;
/** Sooner when there is much: what nobody has signed yet, whoever owns the database could still change. */
const signAfterRecords = 1_000;
const dayMs = 24 * 3_600_000;

/** Links what was recorded, signs where the chains stand, once a day looks at all of them, and removes what is too old. A failure is told and tried again. */
export async function startAudit(deps: WorkerDeps, env: WorkerEnv["audit"]) {
  const keeper = await openAuditKeeper(env);
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let isStopping = false;
  let unsigned = 0;
  let signedAt = 0;
  let wholeAt = 0;

  const sign = async (depth: Depth) => {
    unsigned = 0;
    signedAt = deps.now().getTime();
    await signCheckpoints(deps, keeper, depth);
  };
  const turn = async () => {
    unsigned += await linkWaiting(deps.db);
    const now = deps.now().getTime();
    if (now - wholeAt >= dayMs) {
      wholeAt = now;
      await sign("whole");
      await pruneAudit(deps, keeper, env.months);
    } else if (unsigned >= signAfterRecords || now - signedAt >= env.signEveryMs) await sign("since-last");
  };
  const run = () => {
    running = turn()
      .catch((error: unknown) => deps.log.event("audit.failed", { error }))
      .finally(() => {
        if (!isStopping) timer = setTimeout(run, linkEveryMs);
      });
  };
  run();
  await running;

  return {
    /** Everything that was recorded before is linked and signed when it resolves. */
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      await running;
      await linkWaiting(deps.db)
        .then(() => sign("since-last"))
        .catch((error: unknown) => deps.log.event("audit.failed", { error }));
    },
  };
}
