import { getTenant, listStatements } from "@dvd/db/repositories/directory";
import { readPublic } from "@dvd/db/tenant";
import type { TenantId } from "@dvd/domain/ids";
import type { Deps } from "../context.ts";
import { encodeBase64 } from "../wire.ts";

/** The authority's signed statements. We only carry them: the browser verifies each against the pinned root. */
export const getKeys = (ctx: Deps, { tenantId }: { tenantId: TenantId }) =>
  readPublic(ctx.db, async (tx) => {
    const { id } = await getTenant(tx, tenantId);
    const statements = await listStatements(tx, id);
    return {
      authority: id,
      statements: statements.map(({ payload, signature }) => ({
        payload: encodeBase64(payload),
        signature: encodeBase64(signature),
      })),
    };
  });
