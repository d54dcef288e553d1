import { inspectGrant, toHex } from "@dvd/crypto";
import { closeSeed } from "@dvd/db/repositories/members";
import { holdUnit } from "@dvd/db/repositories/turns";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { assertCan } from "@dvd/domain/verdict";
import { record } from "../audit.ts";
import type { OfficialCtx } from "../context.ts";
import type { ReportSeed } from "./report-seed.contract.ts";

/**
 * The browser of a member could not open what a colleague has sealed for them. From here on it counts as no key of theirs,
 * nobody leaves because of it, and a colleague may give them the key anew. The word of its receiver alone: a blind server
 * cannot look inside, and somebody else's would take a key from a person who has it.
 */
export const reportSeed = (ctx: OfficialCtx, { unitId, epoch, grant }: ReportSeed) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("reportKey", ctx.actor, { unitId }));
    const { tenantId, officialId } = ctx.actor;
    // Whoever is about to leave counts who else has the key.
    await holdUnit(tx, unitId, "stay");
    const isNew = await closeSeed(tx, { tenantId, unitId, officialId, epoch, envelope: grant, now: ctx.now() });
    if (!isNew) return { unitId, isNew };

    // Whose signature stands under it: evidence against them, or against their device.
    const grantorKeyId = toHex(inspectGrant(grant).grantorKeyId);
    await record(ctx, tx, tenantId, { type: "seed.reported", unitId, epoch, grantorKeyId });
    return { unitId, isNew };
  });
