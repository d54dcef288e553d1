import {
  countUnsealed,
  listBackLinks,
  listProposals,
  listProposedDigests,
  listProposedSeeds,
} from "@dvd/db/repositories/unit-keys";
import { record } from "../audit.ts";
import { findCurrentUnitKeyId } from "../cases/current-unit-key.ts";
import type { OfficialCtx } from "../context.ts";
import { describeUnits } from "../members/describe-units.ts";
import { encodeBase64 } from "../wire.ts";

/** How the keys of the own units stand: whether a new one is due or proposed, and what is still under an earlier one. */
export const listStates = (ctx: OfficialCtx) =>
  ctx.transact(async (tx) => {
    const { tenantId, officialId, unitIds } = ctx.actor;
    const own = (await describeUnits(tx, tenantId)).filter((unit) => unitIds.includes(unit.unitId));
    const proposals = await listProposals(tx, tenantId);
    const seeds = await listProposedSeeds(tx, tenantId, officialId);
    const digests = await listProposedDigests(tx, tenantId);
    const links = (await listBackLinks(tx, tenantId, officialId)).filter((link) =>
      proposals.some(({ unitId, epoch }) => unitId === link.unitId && epoch === link.fromEpoch),
    );
    const released = seeds.length + links.length;
    if (released > 0) await record(ctx, tx, tenantId, { type: "seeds.released", seeds: released });
    const units = [];
    for (const { unitId, epoch, closedAt, formers } of own) {
      const keyId = await findCurrentUnitKeyId(tx, tenantId, unitId);
      const open = proposals.find((one) => one.unitId === unitId);
      const seed = seeds.find((one) => one.unitId === unitId);
      const itsLinks = links.filter((one) => one.unitId === unitId);
      const proposal = open && {
        epoch: open.epoch,
        postSign: open.postSign,
        proposedAt: open.proposedAt.toISOString(),
        grant: seed ? encodeBase64(seed.envelope) : null,
        seeds: digests
          .filter((one) => one.unitId === unitId)
          .map(({ officialId: account, digest }) => ({ officialId: account, digest: encodeBase64(digest) })),
        links: itsLinks.map(({ epoch, envelope }) => ({ epoch, grant: encodeBase64(envelope) })),
      };
      const unsealed = keyId ? await countUnsealed(tx, { tenantId, unitId, officialId, keyId }) : 0;
      units.push({
        unitId,
        epoch,
        isClosed: closedAt !== null,
        formers: formers.map(({ postSign }) => postSign),
        proposal: proposal ?? null,
        unsealed,
      });
    }
    return { tenantId, units };
  });
