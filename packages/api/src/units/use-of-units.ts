import { listPublishedRules } from "@dvd/db/repositories/directory";
import { listOpenInvitations } from "@dvd/db/repositories/invitations";
import { countRunningCases } from "@dvd/db/repositories/members";
import { listProposedUnits } from "@dvd/db/repositories/unit-keys";
import type { TenantTx } from "@dvd/db/tenant";
import type { TenantId } from "@dvd/domain/ids";
import type { UnitUse } from "@dvd/domain/tenant/closing-units";

/** What comes to each unit of an authority, or may: what closing one looks at. */
export async function useOfUnits(tx: TenantTx, tenantId: TenantId, now: Date) {
  const running = await countRunningCases(tx, tenantId);
  const published = (await listPublishedRules(tx)).find((one) => one.tenantId === tenantId);
  const proposed = await listProposedUnits(tx, tenantId);
  const invitations = (await listOpenInvitations(tx, tenantId)).filter(({ expiresAt }) => expiresAt > now);
  return (unitId: string): UnitUse => {
    const isThis = (one: { unitId: string }) => one.unitId === unitId;
    return {
      runningCases: running.find(isThis)?.count ?? 0,
      isRouted: published?.rules.some(isThis) ?? false,
      isKeyProposed: proposed.some(isThis),
      openInvitations: invitations.filter(isThis).length,
    };
  };
}
