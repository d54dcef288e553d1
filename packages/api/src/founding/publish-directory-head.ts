import { entryOf, headMaxAgeMs, headUnits, parseStatement, type SigningKey } from "@dvd/crypto";
import { statementsForHead } from "@dvd/db/repositories/directory";
import { type TenantTx, withTenant } from "@dvd/db/tenant";
import type { TenantId } from "@dvd/domain/ids";
import { type FoundingDeps, type PublishingDeps, statementPublisher } from "./publish-statement.ts";

/**
 * Says which of the authority's statements count from now on. To be called after every new unit key or members list,
 * which clients refuse until a head names it, and once a day: after 72 hours nobody writes under a head any more.
 */
export const publishDirectoryHead = (deps: FoundingDeps, tenantId: TenantId, operationalKey: SigningKey) =>
  withTenant(deps.db, { tenantId }, (tx) => signDirectoryHead({ ...deps, db: tx }, tx, tenantId, operationalKey));

/** The same in the transaction of the statements that it names. */
export async function signDirectoryHead(
  deps: PublishingDeps,
  tx: TenantTx,
  tenantId: TenantId,
  operationalKey: SigningKey,
) {
  const { newestHead, payloads } = await statementsForHead(tx, tenantId);
  const publish = statementPublisher(deps, tenantId);
  await publish(operationalKey, {
    type: "directory-head",
    // Whoever publishes at the same moment takes the same number, and the database refuses the second.
    seq: newestHead + 1,
    units: await unitsToName(payloads, deps.now()),
  });
}

/**
 * A unit whose key or list nobody has renewed closes before it expires: clients refuse everything of an authority when
 * one statement has expired that the head names, and they write under a head for three days.
 */
async function unitsToName(payloads: readonly Uint8Array[], now: Date) {
  const isExpiring = (payload: Uint8Array) =>
    Date.parse(parseStatement(payload).expires) <= now.getTime() + headMaxAgeMs;
  const entries = await Promise.all(payloads.filter(isExpiring).map(entryOf));
  const expiring = new Set(entries.map(({ statement }) => statement));
  const units = await headUnits(payloads);
  return units.filter(({ unit_key, members }) => !expiring.has(unit_key) && !expiring.has(members));
}
