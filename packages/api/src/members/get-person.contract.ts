import { tenantRoles, unitRoles } from "@dvd/domain/actor";
import type { OfficialId } from "@dvd/domain/ids";
import { z } from "zod";
import { idOf } from "../wire.ts";
import { memberKey } from "./get-overview.contract.ts";

export const getPersonInput = z.strictObject({ officialId: idOf<OfficialId>() });
export type GetPerson = z.output<typeof getPersonInput>;

export const getPersonOutput = z.strictObject({
  officialId: z.uuid(),
  postSign: z.string(),
  isYou: z.boolean(),
  removedAt: z.iso.datetime().nullable(),
  roles: z.array(z.enum(tenantRoles)),
  units: z.array(
    z.strictObject({
      unitId: z.uuid(),
      name: z.string(),
      role: z.enum(unitRoles),
      key: memberKey,
      /** Running cases in their hands. */
      cases: z.int(),
      /** Nobody else has one of the unit's keys: they cannot leave before somebody does. */
      isLastHolder: z.boolean(),
    }),
  ),
  /** Open invitations that they have made. */
  invitations: z.int(),
  /** Units that they have left, and what the authority still has to do there. */
  left: z.array(z.strictObject({ unitId: z.uuid(), name: z.string(), isSigned: z.boolean(), hasKey: z.boolean() })),
});
