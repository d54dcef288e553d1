import { addDeparture } from "@dvd/db/repositories/departures";
import { listSeedsOf, removeMember as removeFromUnit } from "@dvd/db/repositories/members";
import type { TenantTx } from "@dvd/db/tenant";
import { DomainError } from "@dvd/domain/errors";
import type { OfficialId, UnitId } from "@dvd/domain/ids";
import { isLastHolder } from "@dvd/domain/tenant/key-holders";
import { record } from "../audit.ts";
import type { OfficialCtx } from "../context.ts";
import { endUnshared } from "../deputies/end-unshared.ts";
import { dropProposal } from "../unit-keys/drop-proposal.ts";
import { releaseCases } from "./release-cases.ts";

type Membership = { unitId: UnitId; officialId: OfficialId };

/**
 * Everything that ends with a membership, for whoever holds the unit alone (`holdUnit`): cases in hand are free, what was
 * sealed is gone, nobody of it stands in any more, and with which key they left is noted, because from here on nothing else tells.
 */
export async function endMembership(ctx: OfficialCtx, tx: TenantTx, { unitId, officialId }: Membership) {
  const { tenantId } = ctx.actor;
  const seeds = await listSeedsOf(tx, tenantId, unitId);
  if (isLastHolder(seeds, officialId)) throw new DomainError("member.last-holder", { unitId });

  // It was sealed for them too.
  await dropProposal(ctx, tx, unitId);
  const releasedCases = await releaseCases(ctx, tx, unitId, officialId);
  const epochs = seeds.filter((seed) => seed.officialId === officialId).map(({ epoch }) => epoch);
  if (epochs.length > 0)
    await addDeparture(tx, { tenantId, unitId, officialId, epoch: Math.max(...epochs), leftAt: ctx.now() });
  const counts = { cases: releasedCases, seeds: await removeFromUnit(tx, { tenantId, unitId, officialId }) };
  await endUnshared(ctx, tx, officialId);
  await record(ctx, tx, tenantId, { type: "member.removed", unitId, memberId: officialId, ...counts });
  return releasedCases;
}
