import { createPrivateKey } from "node:crypto";
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

const databaseUrl = text.refine(
  (value) =>
    parses(value, (url) => /^postgres(ql)?:$/.test(url.protocol) && url.hostname !== "" && url.pathname.length > 1),
  named("must be an address like postgres://user:password@host:5432/database"),
);

const receiptKey = text.refine(isP384PrivateKey, named("must be a P-384 private key as PKCS#8 PEM"));

function isP384PrivateKey(pem: string): boolean {
  if (!pem.startsWith("-----BEGIN PRIVATE KEY-----")) return false;
  try {
    return createPrivateKey(pem).asymmetricKeyDetails?.namedCurve === "secp384r1";
  } catch {
    // Not a key at all; the library's message could quote it.
    return false;
  }
}

export const settings = z.strictObject({
  DVD_PROFILE: z.enum(["embedded", "cluster"], { error: 'must be "embedded" or "cluster"' }),
  DVD_LOG_LEVEL: z
    .enum(["error", "warn", "info", "debug"], { error: 'must be "error", "warn", "info" or "debug"' })
    .default("info"),
  DVD_HOST: text.default("127.0.0.1"),
  DVD_PORT: port,
  DVD_WORKER_PORT: port,
  DVD_PUBLIC_URL: publicUrl,
  DVD_DATABASE_URL: databaseUrl,
  DVD_BLOB_DIRECTORY: text.refine((value) => value.startsWith("/"), named("must be an absolute path")),
  DVD_SESSION_SECRET: text,
  DVD_PSEUDONYM_KEY: text,
  DVD_RECEIPT_KEY: receiptKey,
  DVD_CITIZEN_ISSUER: issuer,
  DVD_CITIZEN_CLIENT_ID: text,
  DVD_CITIZEN_CLIENT_SECRET: text,
  DVD_OFFICIAL_ISSUER: issuer,
  DVD_OFFICIAL_CLIENT_ID: text,
  DVD_OFFICIAL_CLIENT_SECRET: text,
});

export type SettingName = keyof typeof settings.shape;
// The keys of the schema itself; TypeScript widens them to string.
export const settingNames = Object.keys(settings.shape) as SettingName[];

export const webSettings = settings.omit({ DVD_WORKER_PORT: true });

/** The worker holds no secret that it does not use: it neither logs people in nor signs receipts. */
export const workerSettings = settings.pick({
  DVD_PROFILE: true,
  DVD_LOG_LEVEL: true,
  DVD_HOST: true,
  DVD_WORKER_PORT: true,
  DVD_DATABASE_URL: true,
  DVD_BLOB_DIRECTORY: true,
});

/** Read by the start scripts, not by us, and inherited by the processes they start. */
export const scriptSettingNames: readonly string[] = ["DVD_DATA_DIR"];
