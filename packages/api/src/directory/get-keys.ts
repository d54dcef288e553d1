import { getTenant, listStatements } from "@dvd/db/repositories/directory";
import { readPublic } from "@dvd/db/tenant";
import type { TenantId } from "@dvd/domain/ids";
import type { Deps } from "../context.ts";
import { newestCheckpoint, proveLogged } from "../key-log/prove-logged.ts";
import { encodeBase64 } from "../wire.ts";

type GetKeys = { tenantId: TenantId; knownLogSize: number };

/** The authority's signed statements. We only carry them: the browser verifies each against the pinned root and the log. */
export const getKeys = (ctx: Deps, { tenantId, knownLogSize }: GetKeys) =>
  readPublic(ctx.db, async (tx) => {
    const { id } = await getTenant(tx, tenantId);
    const checkpoint = await newestCheckpoint(tx);
    const statements = await listStatements(tx, id, checkpoint.size);
    const indexes = statements.map(({ index }) => index);
    return {
      authority: id,
      statements: statements.map(({ payload, signature }) => ({
        payload: encodeBase64(payload),
        signature: encodeBase64(signature),
      })),
      log: await proveLogged(ctx, tx, checkpoint, indexes, knownLogSize),
    };
  });
