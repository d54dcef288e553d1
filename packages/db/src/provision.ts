import postgres, { type Sql } from "postgres";

export type ProvisionOptions = {
  database: string;
  ownerPassword: string;
  appPassword: string;
  workerPassword: string;
};
export type DatabaseUrls = { ownerUrl: string; appUrl: string; workerUrl: string };

/** Any number that nobody else in the cluster uses; two provisioning runs wait for each other. */
const provisioningLock = 7_391_001;

const loginAttributes = "login nosuperuser nocreatedb nocreaterole noreplication nobypassrls";

/**
 * Makes the roles and the database, or corrects them; running it again changes nothing. `adminUrl` is a superuser. The
 * README of this package lists the same statements for a database administrator who would rather run them by hand.
 *
 * - `dvd_owner` owns database and tables and runs migrations and seeds; row-level security binds it too.
 * - `dvd_app` is what web logs in with; it owns nothing.
 * - `dvd_worker` is what the worker logs in with; it owns nothing either and has the rights of its jobs, not those of web.
 * - `dvd_identity` cannot log in; it owns the functions that work before a scope exists.
 * - `dvd_audit` cannot log in; it owns the functions that link and prune the audit chain.
 */
export async function provision(adminUrl: string, options: ProvisionOptions): Promise<DatabaseUrls> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${provisioningLock})`;
    await ensureLogin(sql, "dvd_owner", options.ownerPassword);
    await ensureLogin(sql, "dvd_app", options.appPassword);
    await ensureLogin(sql, "dvd_worker", options.workerPassword);
    for (const role of ["dvd_identity", "dvd_audit"]) {
      await ensureRole(sql, role, "nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls");
      // SET without INHERIT: a migration may act as this role on purpose, but its open policies never apply by accident.
      await sql`grant ${sql(role)} to dvd_owner with inherit false, set true`;
    }
    // The seed works through withTenant and withCitizen like the application, so the owner needs its policies.
    await sql`grant dvd_app to dvd_owner with inherit true, set false`;
    for (const role of ["dvd_app", "dvd_worker"]) await leaveAllRoles(sql, role);
    await ensureDatabase(sql, options.database);
  } finally {
    await sql.end();
  }
  return {
    ownerUrl: urlFor(adminUrl, options.database, "dvd_owner", options.ownerPassword),
    appUrl: urlFor(adminUrl, options.database, "dvd_app", options.appPassword),
    workerUrl: urlFor(adminUrl, options.database, "dvd_worker", options.workerPassword),
  };
}

async function ensureRole(sql: Sql, role: string, attributes: string) {
  const [found] = await sql`select 1 from pg_roles where rolname = ${role}`;
  await sql.unsafe(`${found ? "alter" : "create"} role ${role} with ${attributes}`);
}

async function ensureLogin(sql: Sql, role: string, password: string) {
  await ensureRole(sql, role, loginAttributes);
  // A utility statement takes no parameters, so the server itself quotes the password.
  const [statement] = await sql<
    { text: string }[]
  >`select format('alter role %I password %L', ${role}::text, ${password}::text) as text`;
  if (statement) await sql.unsafe(statement.text);
}

/** A membership that somebody granted to get out of a difficulty would open more than any policy closes. */
async function leaveAllRoles(sql: Sql, member: string) {
  const memberships = await sql<{ role: string }[]>`
    select roleid::regrole::text as role from pg_auth_members where member = ${member}::regrole`;
  for (const { role } of memberships) await sql.unsafe(`revoke ${role} from ${member}`);
}

async function ensureDatabase(sql: Sql, database: string) {
  const [found] = await sql`select 1 from pg_database where datname = ${database}`;
  if (!found)
    // The built-in collation sorts the same on every machine; one from the operating system changes with its updates
    // and silently breaks indexes.
    await sql`create database ${sql(database)} owner dvd_owner template template0
      encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'`;
  await restrictDatabase(sql, database);
}

/** Rights on a database itself do not come along when it is cloned, so clones call this as well. */
export async function restrictDatabase(sql: Sql, database: string) {
  await sql`revoke all on database ${sql(database)} from public`;
  await sql`grant connect on database ${sql(database)} to dvd_app, dvd_worker`;
}

/** The address of `database` on the same server, for another login. */
export function urlFor(serverUrl: string, database: string, user: string, password: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  url.username = encodeURIComponent(user);
  url.password = encodeURIComponent(password);
  return url.toString();
}
