import { pgRole } from "drizzle-orm/pg-core";

/** Roles belong to the server, not to a database: `provision.ts` makes them, migrations only name them. */
export const ownerRole = pgRole("dvd_owner").existing();
export const appRole = pgRole("dvd_app").existing();
export const workerRole = pgRole("dvd_worker").existing();
export const identityRole = pgRole("dvd_identity").existing();
export const auditRole = pgRole("dvd_audit").existing();
