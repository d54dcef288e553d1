import { listSeedGrants, listUnitsOf } from "@dvd/db/repositories/accounts";
import { getTenant } from "@dvd/db/repositories/directory";
import { listBackLinks } from "@dvd/db/repositories/unit-keys";
import type { TenantTx } from "@dvd/db/tenant";
import type { OfficialId, TenantId, UnitId } from "@dvd/domain/ids";
import { record } from "../audit.ts";
import { findCurrentUnitKeyId } from "../cases/current-unit-key.ts";
import type { OfficialCtx } from "../context.ts";
import { encodeBase64 } from "../wire.ts";

/** The units of an official, with the unit keys sealed for them: what their browser needs to open a case. */
export const listUnits = (ctx: OfficialCtx) =>
  ctx.transact(async (tx) => {
    const { tenantId, officialId } = ctx.actor;
    const tenant = await getTenant(tx, tenantId);
    const units = await listUnitsOf(tx, tenantId, officialId);
    const grants = await seedsOfShownKeys(tx, tenantId, officialId);
    const links = await listBackLinks(tx, tenantId, officialId);
    // A link leaves as well: a former key of the unit, wrapped, also for somebody who has no seed to open it with yet.
    const seeds = grants.length + links.length;
    if (seeds > 0) await record(ctx, tx, tenantId, { type: "seeds.released", seeds });
    return {
      tenantId,
      authority: tenant.name,
      units: units.map((unit) => ({
        ...unit,
        seeds: sealedOf(unit, grants),
        links: sealedOf(unit, links),
      })),
    };
  });

/** Without those of a first key that was signed and does not stand in the log yet: no reader could tell that they are its. */
async function seedsOfShownKeys(tx: TenantTx, tenantId: TenantId, officialId: OfficialId) {
  const seeds = await listSeedGrants(tx, tenantId, officialId);
  const shown = new Set<UnitId>();
  for (const unitId of new Set(seeds.map((seed) => seed.unitId)))
    if (await findCurrentUnitKeyId(tx, tenantId, unitId)) shown.add(unitId);
  return seeds.filter(({ unitId }) => shown.has(unitId));
}

type Sealed = { unitId: string; epoch: number; envelope: Uint8Array };

const sealedOf = (unit: { unitId: string }, all: readonly Sealed[]) =>
  all
    .filter(({ unitId }) => unitId === unit.unitId)
    .map(({ epoch, envelope }) => ({ epoch, grant: encodeBase64(envelope) }));
