import { listUnsealed as list } from "@dvd/db/repositories/unit-keys";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { assertCan } from "@dvd/domain/verdict";
import { currentUnitKeyId } from "../cases/current-unit-key.ts";
import type { OfficialCtx } from "../context.ts";
import { decodeCursor, pageOf } from "../paging.ts";
import type { ListUnsealed } from "./reseal-case.contract.ts";

/** Open cases of a unit that nobody has sealed for its present key yet, the oldest first. */
export const listUnsealed = (ctx: OfficialCtx, { unitId, cursor, limit }: ListUnsealed) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("rotateKey", ctx.actor, { unitId }));
    const { tenantId, officialId } = ctx.actor;
    const key = { tenantId, unitId, officialId, keyId: await currentUnitKeyId(tx, tenantId, unitId) };
    const rows = await list(tx, key, cursor === undefined ? null : decodeCursor(cursor), limit + 1);
    const { items, nextCursor } = pageOf(rows, limit, ({ caseId: id, receivedAt }) => ({
      at: receivedAt ?? new Date(0),
      id,
    }));
    return { cases: items.map(({ caseId, reference }) => ({ caseId, reference: reference ?? "" })), nextCursor };
  });
