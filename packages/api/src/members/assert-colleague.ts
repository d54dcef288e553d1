import { holdPerson, isUnit } from "@dvd/db/repositories/members";
import type { TenantTx } from "@dvd/db/tenant";
import { DomainError } from "@dvd/domain/errors";
import type { OfficialId, UnitId } from "@dvd/domain/ids";
import type { OfficialCtx } from "../context.ts";

/** Of the own authority, and there until the transaction ends. Another one's are "not found", in the same words as those that never were. */
export async function assertColleague({ actor }: OfficialCtx, tx: TenantTx, officialId: OfficialId) {
  if (!(await holdPerson(tx, actor.tenantId, officialId))) throw new DomainError("member.not-found");
}

export async function assertUnit({ actor }: OfficialCtx, tx: TenantTx, unitId: UnitId) {
  if (!(await isUnit(tx, actor.tenantId, unitId))) throw new DomainError("unit.not-found");
}
