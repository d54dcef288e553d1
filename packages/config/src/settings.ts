import { createPrivateKey, createPublicKey } from "node:crypto";
import { z } from "zod";

/** Every setting of web and worker. A secret has no default; a default is something that is safe everywhere. */

const text = z.string({ error: "is missing" });
const named = (rule: string) => ({ error: rule });

const port = text
  .regex(/^\d{1,5}$/, named("must be a port number"))
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65_535, named("must be a port number"));

function parses(value: string, accept: (url: URL) => boolean): boolean {
  const url = URL.parse(value);
  return url !== null && accept(url);
}

const isWeb = (url: URL) => url.protocol === "https:" || url.protocol === "http:";

/** Kept as written: an issuer is compared character by character with the one in the token. */
const issuer = text.refine(
  (value) => parses(value, (url) => isWeb(url) && !url.search && !url.hash && !url.username),
  named("must be an http(s) address without query"),
);

const publicUrl = text.refine(
  (value) => parses(value, (url) => isWeb(url) && url.origin === value),
  named("must be an origin like https://portal.de, without path or slash at the end"),
);

/** Where somebody may write or click, as it stands in security.txt: one line of it. */
const contact = text.refine(
  (value) => /^[!-~]+$/.test(value) && parses(value, ({ protocol }) => protocol === "https:" || protocol === "mailto:"),
  named("must be an address like mailto:sicherheit@portal.de or https://portal.de/melden"),
);

const databaseUrl = text.refine(
  (value) =>
    parses(value, (url) => /^postgres(ql)?:$/.test(url.protocol) && url.hostname !== "" && url.pathname.length > 1),
  named("must be an address like postgres://user:password@host:5432/database"),
);

const redisUrl = text.refine(
  (value) => parses(value, (url) => /^rediss?:$/.test(url.protocol) && url.hostname !== ""),
  named("must be an address like rediss://user:password@host:6379"),
);

const count = (min: number, max: number) =>
  text
    .regex(/^\d{1,4}$/, named("must be a whole number"))
    .transform(Number)
    .refine((value) => value >= min && value <= max, named(`must be between ${min} and ${max}`));

/** What `openssl genpkey` writes; handed on as the bytes inside. */
const signingKey = text
  .refine(isP384PrivateKey, named("must be a P-384 private key as PKCS#8 PEM"))
  .transform((pem) => new Uint8Array(Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ""), "base64")));

function isP384PrivateKey(pem: string): boolean {
  if (!pem.startsWith("-----BEGIN PRIVATE KEY-----")) return false;
  try {
    return createPrivateKey(pem).asymmetricKeyDetails?.namedCurve === "secp384r1";
  } catch {
    // Not a key at all; the library's message could quote it.
    return false;
  }
}

/** What `openssl pkey -pubout` writes, one below the other; handed on as SubjectPublicKeyInfo. */
const publicKeys = text.default("").transform((pems, ctx): Uint8Array[] => {
  const blocks =
    pems.trim() === ""
      ? []
      : pems
          .trim()
          .split(/(?<=-----END PUBLIC KEY-----)\s*/)
          .filter(Boolean);
  return blocks.flatMap((pem) => {
    const spki = p384PublicKey(pem);
    if (spki) return [spki];
    ctx.addIssue({ code: "custom", message: "must be P-384 public keys as PEM" });
    return [];
  });
});

function p384PublicKey(pem: string): Uint8Array | undefined {
  // Of a private key the library would take the public half.
  if (!pem.startsWith("-----BEGIN PUBLIC KEY-----")) return undefined;
  try {
    const key = createPublicKey(pem);
    if (key.asymmetricKeyDetails?.namedCurve !== "secp384r1") return undefined;
    return new Uint8Array(key.export({ type: "spki", format: "der" }));
  } catch {
    return undefined;
  }
}

/** As it stands in signed notes; narrower than the standard, see docs/key-log.md. */
const noteName = /^[a-z0-9][a-z0-9./-]{0,99}$/;
const nameInNotes = text.regex(noteName, named("must be lower-case letters, digits, dots, slashes and hyphens"));

/** `name=value name=value`, separated by white space. */
const pairs = (accept: (value: string) => boolean, rule: string) =>
  text.transform((list, ctx) => {
    const read = list
      .trim()
      .split(/\s+/)
      .map((pair) => /^([^=]+)=(.+)$/.exec(pair))
      .map((match) => ({ name: match?.[1] ?? "", value: match?.[2] ?? "" }));
    const isSound = read.every(({ name, value }) => noteName.test(name) && accept(value));
    const isUnique = new Set(read.map(({ name }) => name)).size === read.length;
    if (!isSound || !isUnique) ctx.addIssue({ code: "custom", message: rule });
    return read;
  });

const witnesses = pairs(
  (value) => parses(value, (url) => isWeb(url) && !url.search && !url.hash && !value.endsWith("/")),
  "must be name=address pairs, separated by white space, each name once",
);

/** SPKI of a P-384 key: 120 bytes. */
const watchedLogs = pairs(
  (value) => /^[A-Za-z0-9+/]{160}$/.test(value),
  "must be origin=key pairs, separated by white space; a key is the base64 of its SubjectPublicKeyInfo",
);

const levelNames = ["low", "substantial", "high"] as const;
type Levels = ReadonlyMap<string, (typeof levelNames)[number]>;

/** What a provider calls the levels of a login: any words, also addresses, each of them once. */
const levels = text.default("low=low substantial=substantial high=high").transform((list, ctx): Levels => {
  const pairs = list.trim().split(/\s+/);
  const read = pairs.flatMap((pair) => {
    const at = pair.lastIndexOf("=");
    const level = levelNames.find((name) => name === pair.slice(at + 1));
    return level && at > 0 ? [[pair.slice(0, at), level] as const] : [];
  });
  const levelOf = new Map(read);
  if (levelOf.size !== pairs.length)
    ctx.addIssue({ code: "custom", message: "must be acr=level pairs, separated by white space, each acr once" });
  return levelOf;
});

/** Either the first or all of the others; `blob-rules.ts` says which is missing. */
const blobPlaces = {
  DVD_BLOB_DIRECTORY: text.refine((value) => value.startsWith("/"), named("must be an absolute path")).optional(),
  DVD_S3_ENDPOINT: text
    .refine(
      (value) => parses(value, (url) => isWeb(url) && url.origin === value),
      named("must be an address like https://s3.land.de, without path or slash at the end"),
    )
    .optional(),
  DVD_S3_REGION: text.optional(),
  DVD_S3_BUCKET: text.regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, named("must be the name of a bucket")).optional(),
  DVD_S3_ACCESS_KEY: text.optional(),
  DVD_S3_SECRET_KEY: text.optional(),
};

export const settings = z.strictObject({
  DVD_PROFILE: z.enum(["embedded", "cluster"], { error: 'must be "embedded" or "cluster"' }),
  DVD_LOG_LEVEL: z
    .enum(["error", "warn", "info", "debug"], { error: 'must be "error", "warn", "info" or "debug"' })
    .default("info"),
  DVD_HOST: text.default("127.0.0.1"),
  DVD_PORT: port,
  DVD_WORKER_PORT: port,
  DVD_PUBLIC_URL: publicUrl,
  DVD_SECURITY_CONTACT: contact.optional(),
  DVD_DATABASE_URL: databaseUrl,
  ...blobPlaces,
  DVD_REDIS_URL: redisUrl.optional(),
  DVD_TRUSTED_PROXIES: count(0, 9).default(0),
  DVD_WEB_PROCESSES: count(1, 1_000).default(1),
  DVD_SESSION_SECRET: text,
  DVD_PSEUDONYM_KEY: text,
  DVD_RECEIPT_KEY: signingKey,
  DVD_KEYLOG_ORIGIN: nameInNotes,
  DVD_KEYLOG_KEY: signingKey,
  DVD_KEYLOG_WITNESSES: witnesses,
  DVD_AUDIT_DIRECTORY: text.refine((value) => value.startsWith("/"), named("must be an absolute path")),
  DVD_AUDIT_KEY: signingKey,
  DVD_AUDIT_FORMER_KEYS: publicKeys,
  DVD_AUDIT_SIGN_SECONDS: text
    .regex(/^\d{1,4}$/, named("must be a number of seconds"))
    .transform(Number)
    .refine((value) => value >= 5 && value <= 900, named("must be between 5 and 900"))
    .default(300),
  DVD_AUDIT_MONTHS: text
    .regex(/^\d{1,3}$/, named("must be a number of months"))
    .transform(Number)
    .refine((value) => value >= 4, named("must be at least 4"))
    .default(24),
  DVD_WITNESS_PORT: port,
  DVD_WITNESS_NAME: nameInNotes,
  DVD_WITNESS_KEY: signingKey,
  DVD_WITNESS_LOGS: watchedLogs,
  DVD_WITNESS_STATE: text.refine((value) => value.startsWith("/"), named("must be an absolute path")),
  DVD_CITIZEN_ISSUER: issuer,
  DVD_CITIZEN_CLIENT_ID: text,
  DVD_CITIZEN_CLIENT_SECRET: text,
  DVD_CITIZEN_LEVELS: levels,
  DVD_OFFICIAL_ISSUER: issuer,
  DVD_OFFICIAL_CLIENT_ID: text,
  DVD_OFFICIAL_CLIENT_SECRET: text,
  DVD_OFFICIAL_LEVELS: levels,
});

export type SettingName = keyof typeof settings.shape;
// The keys of the schema itself; TypeScript widens them to string.
export const settingNames = Object.keys(settings.shape) as SettingName[];

const workerOnly = {
  DVD_WORKER_PORT: true,
  DVD_KEYLOG_ORIGIN: true,
  DVD_KEYLOG_KEY: true,
  DVD_KEYLOG_WITNESSES: true,
  DVD_AUDIT_DIRECTORY: true,
  DVD_AUDIT_KEY: true,
  DVD_AUDIT_FORMER_KEYS: true,
  DVD_AUDIT_SIGN_SECONDS: true,
  DVD_AUDIT_MONTHS: true,
} as const;
const witnessOnly = {
  DVD_WITNESS_PORT: true,
  DVD_WITNESS_NAME: true,
  DVD_WITNESS_KEY: true,
  DVD_WITNESS_LOGS: true,
  DVD_WITNESS_STATE: true,
} as const;
const ofEveryProcess = { DVD_PROFILE: true, DVD_LOG_LEVEL: true, DVD_HOST: true } as const;

export const webSettings = settings.omit({ ...workerOnly, ...witnessOnly });

/** The worker holds no secret that it does not use: it neither logs people in nor signs receipts. */
export const workerSettings = settings.pick({
  ...ofEveryProcess,
  ...workerOnly,
  DVD_DATABASE_URL: true,
  DVD_BLOB_DIRECTORY: true,
  DVD_S3_ENDPOINT: true,
  DVD_S3_REGION: true,
  DVD_S3_BUCKET: true,
  DVD_S3_ACCESS_KEY: true,
  DVD_S3_SECRET_KEY: true,
});

/** A witness runs at somebody else's and knows nothing of ours but the log's public key. */
export const witnessSettings = settings.pick({ ...ofEveryProcess, ...witnessOnly });

/** Read by the start scripts, not by us, and inherited by the processes they start. */
export const scriptSettingNames: readonly string[] = ["DVD_DATA_DIR"];
