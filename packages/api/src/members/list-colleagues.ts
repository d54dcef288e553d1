import { findAccount } from "@dvd/db/repositories/accounts";
import type { OfficialCtx } from "../context.ts";
import { encodeBase64 } from "../wire.ts";
import { describeUnits } from "./describe-units.ts";

/** The own units: with whom an official works, and who of them waits for somebody to pass on the key, or to give it anew. */
export const listColleagues = (ctx: OfficialCtx) =>
  ctx.transact(async (tx) => {
    const { tenantId, officialId: self, unitIds } = ctx.actor;
    const own = (await describeUnits(tx, tenantId)).filter(({ unitId }) => unitIds.includes(unitId));
    const units = own.map(async ({ unitId, name, closedAt, epoch, members }) => {
      const colleagues = members.map(async (member) => {
        const mayGet = member.key === "waits" || member.key === "closed";
        const account = mayGet ? await findAccount(tx, member.officialId) : null;
        const keys = account && {
          kemPublicKey: encodeBase64(account.kemPublicKey),
          signingKey: encodeBase64(account.signingKey),
        };
        return { ...member, isYou: member.officialId === self, keys };
      });
      return {
        unitId,
        name,
        closedAt: closedAt?.toISOString() ?? null,
        epoch,
        colleagues: await Promise.all(colleagues),
      };
    });
    return { units: await Promise.all(units) };
  });
