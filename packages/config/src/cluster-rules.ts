import type { ConfigProblem } from "./config-error.ts";
import { sampleSecrets } from "./sample-secrets.ts";
import type { SettingName } from "./settings.ts";

/** What is fine on one machine to try things out, and not where other people's cases are. */

type Values = Partial<Record<SettingName, string>>;

const encryptedAddresses = ["DVD_PUBLIC_URL", "DVD_CITIZEN_ISSUER", "DVD_OFFICIAL_ISSUER", "DVD_S3_ENDPOINT"] as const;
const signingKeys = ["DVD_RECEIPT_KEY", "DVD_KEYLOG_KEY", "DVD_AUDIT_KEY", "DVD_WITNESS_KEY"] as const;
const typedSecrets = [
  "DVD_SESSION_SECRET",
  "DVD_PSEUDONYM_KEY",
  "DVD_CITIZEN_CLIENT_SECRET",
  "DVD_OFFICIAL_CLIENT_SECRET",
  "DVD_S3_SECRET_KEY",
] as const;

const samples: ReadonlySet<string> = new Set(Object.values(sampleSecrets));
const givenAwayWords = /sample|example|change|secret/i;

/** Fewer kinds of characters than 32 random hexadecimal digits practically ever have, or one block repeated. */
const hasLowVariety = (value: string) => new Set(value).size < 8 || /^(.+?)\1+$/s.test(value);

function weaknessOf(secret: string): string | undefined {
  if (samples.has(secret.trim()) || givenAwayWords.test(secret)) return "is a sample value";
  if (Buffer.byteLength(secret) < 32) return "is shorter than 32 bytes";
  if (hasLowVariety(secret)) return "is too regular to be random";
  return undefined;
}

/** Who takes requests must not be able to do what the worker does (packages/db/README.md). */
const roleOf = (names: readonly SettingName[]) =>
  names.includes("DVD_WORKER_PORT") ? "dvd_worker" : names.includes("DVD_PORT") ? "dvd_app" : undefined;

function databaseProblem(value: string, role: string | undefined): string | undefined {
  const url = URL.parse(value);
  if (role && url?.username !== role) return `must log in as ${role}`;
  const mode = url?.searchParams.get("sslmode") ?? "disable";
  if (!["require", "verify-ca", "verify-full"].includes(mode)) return "must ask for TLS (sslmode=verify-full)";
  if (url?.password && givenAwayWords.test(decodeURIComponent(url.password))) return "contains a sample password";
  return undefined;
}

/** Taken for 0, it would make one visitor of everybody behind the proxy; guessed too high, visitors choose their address. */
const proxiesProblem = (value: string | undefined) =>
  value === undefined
    ? "is missing: say how many proxies in front of us add to X-Forwarded-For, 0 when none does"
    : undefined;

function redisProblem(value: string | undefined): string | undefined {
  if (!value) return "is missing: without it each process counts requests for itself";
  return value.startsWith("redis:") ? "must ask for TLS (rediss://)" : undefined;
}

/**
 * `values` are those that were set and well formed; what is missing has been reported already. `names` are the settings
 * that the process reads.
 */
export function clusterProblems(values: Values, names: readonly SettingName[]): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const report = (name: SettingName, problem: string | undefined) => {
    if (problem) problems.push({ name, problem });
  };

  for (const name of encryptedAddresses)
    report(name, values[name]?.startsWith("http:") ? "must be https in a cluster" : undefined);

  if (values.DVD_DATABASE_URL) report("DVD_DATABASE_URL", databaseProblem(values.DVD_DATABASE_URL, roleOf(names)));

  if (names.includes("DVD_REDIS_URL")) report("DVD_REDIS_URL", redisProblem(values.DVD_REDIS_URL));

  if (names.includes("DVD_TRUSTED_PROXIES")) report("DVD_TRUSTED_PROXIES", proxiesProblem(values.DVD_TRUSTED_PROXIES));

  if (names.includes("DVD_SECURITY_CONTACT"))
    report(
      "DVD_SECURITY_CONTACT",
      values.DVD_SECURITY_CONTACT ? undefined : "is missing: who finds a weakness must know whom to tell",
    );

  for (const name of signingKeys) {
    const key = values[name]?.trim();
    report(name, key && samples.has(key) ? "is a sample value" : undefined);
  }

  // Elsewhere means over a network: who changes an answer on the way can only refuse, but need not be invited.
  report(
    "DVD_KEYLOG_WITNESSES",
    /=http:/.test(values.DVD_KEYLOG_WITNESSES ?? "") ? "must be https in a cluster" : undefined,
  );

  const seen = new Map<string, SettingName>();
  for (const name of typedSecrets) {
    const secret = values[name];
    if (!secret) continue;
    const twin = seen.get(secret);
    report(name, twin ? `is the same as ${twin}` : weaknessOf(secret));
    seen.set(secret, name);
  }
  return problems;
}
