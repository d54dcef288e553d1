import { findDeputyship } from "@dvd/db/repositories/deputyships";
import type { TenantTx } from "@dvd/db/tenant";
import { DomainError } from "@dvd/domain/errors";
import type { DeputyshipId } from "@dvd/domain/ids";
import { isOver } from "@dvd/domain/tenant/deputyship";
import type { OfficialCtx } from "../context.ts";

/** In which this person is represented, and that is not over. Another one's is "not found", in the same words. */
export async function getOwnDeputyship({ actor, now }: OfficialCtx, tx: TenantTx, deputyshipId: DeputyshipId) {
  const found = await findDeputyship(tx, actor.tenantId, deputyshipId);
  if (found?.officialId !== actor.officialId || isOver(found, now())) throw new DomainError("deputy.not-found");
  return found;
}
