import { type CaseRow, holdAssigned, moveCase } from "@dvd/db/repositories/cases";
import { noteChange } from "@dvd/db/repositories/changes";
import type { TenantTx } from "@dvd/db/tenant";
import { releasing } from "@dvd/domain/case/lifecycle";
import type { OfficialId, UnitId } from "@dvd/domain/ids";
import { record } from "../audit.ts";
import type { OfficialCtx } from "../context.ts";

/** What somebody worked on in a unit is free for the others again. Cases that wait for their citizen go on waiting. */
export async function releaseCases(ctx: OfficialCtx, tx: TenantTx, unitId: UnitId, formerId: OfficialId) {
  const held = await holdAssigned(tx, ctx.actor.tenantId, unitId, formerId);
  for (const found of held) await releaseCase(ctx, tx, found, formerId);
  return held.length;
}

export async function releaseCase(ctx: OfficialCtx, tx: TenantTx, found: CaseRow, formerId: OfficialId) {
  const free = { assignedOfficialId: null };
  const released = await moveCase(tx, found, releasing(found.state), ctx.now(), free);
  await record(ctx, tx, released.tenantId, { type: "case.released", caseId: released.id, formerId });
  await noteChange(tx, "case.released", released);
}
