import { listUnentrusted as list } from "@dvd/db/repositories/mandates";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { assertCan } from "@dvd/domain/verdict";
import type { OfficialCtx } from "../context.ts";
import { decodeCursor, pageOf } from "../paging.ts";
import { encodeBase64 } from "../wire.ts";
import type { ListUnentrusted } from "./entrust-case.contract.ts";
import { findSignedDeputy } from "./find-signed-deputy.ts";
import { getOwnDeputyship } from "./get-own-deputyship.ts";

/**
 * What whoever is away has taken in units that are not the deputy's, and has not handed over yet, the oldest first: also what
 * was taken after the deputy was named. And for whom it has to be sealed; whether that key is theirs says the signed list.
 */
export const listUnentrusted = (ctx: OfficialCtx, { deputyshipId, cursor, limit }: ListUnentrusted) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("entrustCases", ctx.actor));
    const { officialId, deputyId, startsOn, endsOn } = await getOwnDeputyship(ctx, tx, deputyshipId);
    const { tenantId } = ctx.actor;
    const found = await findSignedDeputy(tx, tenantId, deputyId);
    const deputy = found && {
      officialId: deputyId,
      unitId: found.unitId,
      kemPublicKey: encodeBase64(found.account.kemPublicKey),
    };
    const between = { tenantId, deputyshipId, officialId, deputyId };
    const rows = await list(tx, between, cursor === undefined ? null : decodeCursor(cursor), limit + 1);
    const { items, nextCursor } = pageOf(rows, limit, ({ caseId: id, receivedAt }) => ({
      at: receivedAt ?? new Date(0),
      id,
    }));
    const cases = items.map(({ caseId, reference }) => ({ caseId, reference: reference ?? "" }));
    return { tenantId, deputy, startsOn, endsOn, cases, nextCursor };
  });
