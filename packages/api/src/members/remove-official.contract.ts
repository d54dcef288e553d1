import type { OfficialId } from "@dvd/domain/ids";
import { z } from "zod";
import { idOf } from "../wire.ts";

export const removeOfficialInput = z.strictObject({ officialId: idOf<OfficialId>() });
export type RemoveOfficial = z.output<typeof removeOfficialInput>;

export const removeOfficialOutput = z.strictObject({
  officialId: z.uuid(),
  releasedCases: z.int(),
  endedSessions: z.int(),
  withdrawnInvitations: z.int(),
});
