import { readFileSync } from "node:fs";
import type { z } from "zod";
import { blobPlaceOf, blobProblems } from "./blob-rules.ts";
import { clusterProblems } from "./cluster-rules.ts";
import { ConfigError, type ConfigProblem } from "./config-error.ts";
import {
  type SettingName,
  scriptSettingNames,
  settingNames,
  webSettings,
  witnessSettings,
  workerSettings,
} from "./settings.ts";

/** This package is the only one that reads the environment; everybody else is given values. */
export type EnvSource = Readonly<Record<string, string | undefined>>;
export type ReadFile = (path: string) => string;

export type WebEnv = ReturnType<typeof webEnv>;
export type WorkerEnv = ReturnType<typeof workerEnv>;

/** Throws `ConfigError` with every problem at once, so that nobody repairs a configuration line by line. */
export function webEnv(source: EnvSource = process.env, readFile: ReadFile = readTextFile) {
  const values = loadEnv(webSettings, source, readFile);
  return {
    profile: values.DVD_PROFILE,
    logLevel: values.DVD_LOG_LEVEL,
    host: values.DVD_HOST,
    port: values.DVD_PORT,
    publicUrl: values.DVD_PUBLIC_URL,
    securityContact: values.DVD_SECURITY_CONTACT,
    database: { url: values.DVD_DATABASE_URL },
    blobs: blobPlaceOf(values),
    redisUrl: values.DVD_REDIS_URL,
    trustedProxies: values.DVD_TRUSTED_PROXIES,
    processes: values.DVD_WEB_PROCESSES,
    sessionSecret: values.DVD_SESSION_SECRET,
    pseudonymKey: values.DVD_PSEUDONYM_KEY,
    receiptKey: values.DVD_RECEIPT_KEY,
    citizenLogin: {
      kind: "citizen" as const,
      issuer: values.DVD_CITIZEN_ISSUER,
      clientId: values.DVD_CITIZEN_CLIENT_ID,
      clientSecret: values.DVD_CITIZEN_CLIENT_SECRET,
      levels: values.DVD_CITIZEN_LEVELS,
    },
    officialLogin: {
      kind: "official" as const,
      issuer: values.DVD_OFFICIAL_ISSUER,
      clientId: values.DVD_OFFICIAL_CLIENT_ID,
      clientSecret: values.DVD_OFFICIAL_CLIENT_SECRET,
      levels: values.DVD_OFFICIAL_LEVELS,
    },
  };
}

/** As `webEnv`, for the smaller part that the worker needs. */
export function workerEnv(source: EnvSource = process.env, readFile: ReadFile = readTextFile) {
  const values = loadEnv(workerSettings, source, readFile);
  return {
    profile: values.DVD_PROFILE,
    logLevel: values.DVD_LOG_LEVEL,
    host: values.DVD_HOST,
    port: values.DVD_WORKER_PORT,
    database: { url: values.DVD_DATABASE_URL },
    blobs: blobPlaceOf(values),
    keyLog: {
      origin: values.DVD_KEYLOG_ORIGIN,
      key: values.DVD_KEYLOG_KEY,
      witnesses: values.DVD_KEYLOG_WITNESSES,
    },
    audit: {
      directory: values.DVD_AUDIT_DIRECTORY,
      key: values.DVD_AUDIT_KEY,
      formerKeys: values.DVD_AUDIT_FORMER_KEYS,
      signEveryMs: values.DVD_AUDIT_SIGN_SECONDS * 1_000,
      months: values.DVD_AUDIT_MONTHS,
    },
  };
}

/** For a program that runs elsewhere and shares nothing with the others. */
export function witnessEnv(source: EnvSource = process.env, readFile: ReadFile = readTextFile) {
  const values = loadEnv(witnessSettings, source, readFile);
  return {
    profile: values.DVD_PROFILE,
    logLevel: values.DVD_LOG_LEVEL,
    host: values.DVD_HOST,
    port: values.DVD_WITNESS_PORT,
    name: values.DVD_WITNESS_NAME,
    key: values.DVD_WITNESS_KEY,
    logs: values.DVD_WITNESS_LOGS,
    stateDirectory: values.DVD_WITNESS_STATE,
  };
}

const readTextFile: ReadFile = (path) => readFileSync(path, "utf8");

type ProcessSettings = typeof webSettings | typeof workerSettings | typeof witnessSettings;

function loadEnv<Schema extends ProcessSettings>(
  schema: Schema,
  source: EnvSource,
  readFile: ReadFile,
): z.output<Schema> {
  // The keys of the schema itself; TypeScript widens them to string.
  const names = Object.keys(schema.shape) as SettingName[];
  const { values, problems } = collect(names, source, readFile);
  problems.push(...unknownNames(source));

  const parsed = schema.safeParse(values);
  const reported = new Set(problems.map(({ name }) => name));
  for (const { path, message } of parsed.error?.issues ?? []) {
    const name = String(path[0]);
    if (!reported.has(name)) problems.push({ name, problem: message });
  }
  const rules = [
    ...(names.includes("DVD_BLOB_DIRECTORY") ? blobProblems(values) : []),
    ...(values.DVD_PROFILE === "cluster" ? clusterProblems(values, names) : []),
  ];
  const malformed = new Set(problems.map(({ name }) => name));
  problems.push(...rules.filter(({ name }) => !malformed.has(name)));
  if (!parsed.success || problems.length > 0)
    throw new ConfigError(problems.toSorted((one, other) => one.name.localeCompare(other.name)));
  return parsed.data as z.output<Schema>;
}

/** A value comes from the variable or from the file that NAME_FILE points to; a mounted file wins. */
function collect(names: readonly SettingName[], source: EnvSource, readFile: ReadFile) {
  const values: Partial<Record<SettingName, string>> = {};
  const problems: ConfigProblem[] = [];
  for (const name of names) {
    // An empty variable is how compose files and charts write "not set".
    const direct = source[name] || undefined;
    const path = source[`${name}_FILE`] || undefined;
    let value = direct;
    if (path) {
      try {
        value = readFile(path).replace(/\r?\n$/, "") || undefined;
      } catch {
        problems.push({ name, problem: `${name}_FILE names a file that cannot be read` });
        continue;
      }
      if (direct && direct !== value)
        problems.push({ name, problem: `is set twice, and ${name}_FILE says something else` });
    }
    if (value) values[name] = value;
  }
  return { values, problems };
}

/** A misspelt setting would silently fall back to its default; names without our prefix are none of our business. */
function unknownNames(source: EnvSource): ConfigProblem[] {
  const known = new Set<string>(scriptSettingNames);
  for (const name of settingNames) known.add(name).add(`${name}_FILE`);
  return Object.keys(source)
    .filter((name) => name.startsWith("DVD_") && !known.has(name))
    .map((name) => ({ name, problem: "is not a setting of this version" }));
}
