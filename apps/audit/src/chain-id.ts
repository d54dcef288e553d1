import { portalChain } from "@dvd/domain/audit/chain";
import { type TenantId, uuidPattern } from "@dvd/domain/ids";

/** An authority's id, or the nil id of the portal's own chain. */
export const isChain = (id: string): id is TenantId => id === portalChain || uuidPattern.test(id);
