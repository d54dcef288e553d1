import { tenantRoles, unitRoles } from "@dvd/domain/actor";
import { closingObstacles } from "@dvd/domain/tenant/closing-units";
import { z } from "zod";

export const getOverviewInput = z.strictObject({});

/**
 * `closed`: what was sealed for them does not open, and somebody has to give it anew. `waits`: has keys, and nobody has given
 * them the unit's. `none`: has no keys yet, because they never signed in.
 */
export const memberKey = z.enum(["holds", "closed", "waits", "none"]);

export const member = z.strictObject({
  officialId: z.uuid(),
  postSign: z.string(),
  role: z.enum(unitRoles),
  key: memberKey,
  /** In the list that the authority has signed. What others write is believed by nobody outside. */
  isSigned: z.boolean(),
});

export const getOverviewOutput = z.strictObject({
  authority: z.string(),
  units: z.array(
    z.strictObject({
      unitId: z.uuid(),
      name: z.string(),
      closedAt: z.iso.datetime().nullable(),
      runningCases: z.int(),
      /** What has to be done before it can be closed. */
      obstacles: z.array(z.enum(closingObstacles)),
      /** The number of the unit's present key; null before it has one. */
      epoch: z.int().nullable(),
      members: z.array(member),
      /** No members any more. The authority still signs for them (`isSigned`), or the unit still uses a key that they left with. */
      formers: z.array(
        z.strictObject({ officialId: z.uuid(), postSign: z.string(), isSigned: z.boolean(), hasKey: z.boolean() }),
      ),
    }),
  ),
  people: z.array(
    z.strictObject({
      officialId: z.uuid(),
      postSign: z.string(),
      roles: z.array(z.enum(tenantRoles)),
      isYou: z.boolean(),
      /** By the table of permissions, for whoever asked. */
      mayChange: z.boolean(),
    }),
  ),
});
