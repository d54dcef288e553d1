import { and, desc, eq } from "drizzle-orm";
import type { Db } from "../client.ts";
import { formDefinitions } from "../schema/forms.ts";
import type { AnyTx } from "../tenant.ts";

/** The newest form of a service, or a certain version of it. Undefined when it has none of its own. */
export async function findForm(tx: AnyTx | Db, serviceKey: string, version?: number) {
  const ofService = eq(formDefinitions.serviceKey, serviceKey);
  const [row] = await tx
    .select()
    .from(formDefinitions)
    .where(version === undefined ? ofService : and(ofService, eq(formDefinitions.version, version)))
    .orderBy(desc(formDefinitions.version))
    .limit(1);
  return row;
}

/** With the owner's connection, like everything of the public directory. */
export const addForm = (db: Db, row: typeof formDefinitions.$inferInsert) => db.insert(formDefinitions).values(row);
