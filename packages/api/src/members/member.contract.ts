import { tenantRoles, unitRoles } from "@dvd/domain/actor";
import type { OfficialId, UnitId } from "@dvd/domain/ids";
import { z } from "zod";
import { idOf } from "../wire.ts";

/** What the changes of members and roles are about. */
const membership = z.strictObject({ unitId: idOf<UnitId>(), officialId: idOf<OfficialId>() });

export const putMemberInput = membership.extend({ role: z.enum(unitRoles) });
export type PutMember = z.output<typeof putMemberInput>;

export const removeMemberInput = membership;
export type RemoveMember = z.output<typeof removeMemberInput>;

export const changeRoleInput = z.strictObject({ officialId: idOf<OfficialId>(), role: z.enum(tenantRoles) });
export type ChangeRole = z.output<typeof changeRoleInput>;

export const memberOutput = z.strictObject({ officialId: z.uuid() });
export const removeMemberOutput = z.strictObject({ officialId: z.uuid(), releasedCases: z.int() });
