import {
  entryBytes,
  entryOf,
  importSigningKey,
  leafHash,
  type LogPolicy,
  logPolicyOf,
  type NamedSigner,
  parseStatement,
  signCheckpoint,
  verifyCheckpoint,
} from "@dvd/crypto";
import {
  addEntries,
  countEntries,
  findCheckpoint,
  listLogPolicies,
  listUnlogged,
  saveCheckpoint,
} from "@dvd/db/repositories/key-log";
import { appendToLog, readPublic } from "@dvd/db/tenant";
import type { WorkerDeps } from "../context.ts";
import { cosigned } from "./cosign.ts";
import { httpWitness, type Witness } from "./witness.ts";

export type LogKeeper = { signer: NamedSigner; witnesses: readonly Witness[] };
type LogSettings = { origin: string; key: Uint8Array; witnesses: readonly { name: string; value: string }[] };

export const openLogKeeper = async ({ origin, key, witnesses }: LogSettings): Promise<LogKeeper> => ({
  signer: { name: origin, key: await importSigningKey(key) },
  witnesses: witnesses.map(({ name, value }) => httpWitness(name, value)),
});

type KeeperDeps = Pick<WorkerDeps, "db" | "now" | "log" | "keyLog">;

/** Readers send nothing under a checkpoint that is three days old; so there is time to notice that a witness is away. */
const refreshAfterMs = 6 * 3_600_000;

/**
 * Adds what authorities have published since the last time, signs the new tree, and has it witnessed. May run as often
 * and in as many processes as it likes; what witnesses have not seen is not shown to anybody.
 */
export async function growKeyLog(deps: KeeperDeps, keeper: LogKeeper): Promise<void> {
  const added = await appendToLog(deps.db, async (tx) => {
    const size = await countEntries(tx);
    const rows = (await listUnlogged(tx)).map(async ({ statementId, payload }, at) => {
      const bytes = entryBytes(await entryOf(payload));
      const entry = new TextDecoder().decode(bytes);
      return { index: size + at, statementId, leafHash: await leafHash(bytes), entry };
    });
    if (rows.length > 0) await addEntries(tx, await Promise.all(rows));
    return rows.length;
  });

  const { tree, newest, policies } = await readPublic(deps.db, async (tx) => ({
    tree: await deps.keyLog.filledFrom(tx),
    newest: await findCheckpoint(tx),
    policies: (await listLogPolicies(tx)).flatMap(({ payload }) => policyOf(payload)),
  }));
  const size = tree.size();
  const isYoung = newest?.size === size && deps.now().getTime() - newest.witnessedAt.getTime() < refreshAfterMs;
  if (size === 0 || isYoung) return;

  const note = await signCheckpoint({ size, root: await tree.root(size) }, keeper.signer);
  const witnessed = await cosigned(deps, { tree, size, note }, keeper.witnesses, policies);
  for (const policy of policies) await verifyCheckpoint(witnessed, policy, deps.now());
  await appendToLog(deps.db, (tx) => saveCheckpoint(tx, { size, note: witnessed, witnessedAt: deps.now() }));
  deps.log.event("key-log.grown", { size, added });
}

function policyOf(payload: Uint8Array): LogPolicy[] {
  const statement = parseStatement(payload);
  return statement.type === "log-policy" ? [logPolicyOf(statement)] : [];
}
