import { sql } from "drizzle-orm";
import { fromDrizzle } from "pg-boss";
import type { Db } from "./client.ts";
import type { ScopedTx } from "./tenant.ts";

/** Lets pg-boss write through a transaction of ours: the job commits or vanishes with the change that wants it. */
export const jobsWithin = (tx: ScopedTx) => fromDrizzle(tx, sql);

/** Does the database answer? */
export const pingDatabase = (db: Db) => db.execute(sql`select 1`);
