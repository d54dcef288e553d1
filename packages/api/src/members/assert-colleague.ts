import { holdPerson } from "@dvd/db/repositories/members";
import type { TenantTx } from "@dvd/db/tenant";
import { DomainError } from "@dvd/domain/errors";
import type { OfficialId } from "@dvd/domain/ids";
import type { OfficialCtx } from "../context.ts";

/** Of the own authority, and there until the transaction ends. Another one's are "not found", in the same words as those that never were. */
export async function assertColleague({ actor }: OfficialCtx, tx: TenantTx, officialId: OfficialId) {
  if (!(await holdPerson(tx, actor.tenantId, officialId))) throw new DomainError("member.not-found");
}
