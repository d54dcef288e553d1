import { createPublicKey } from "node:crypto";
import { delimiter, dirname, join } from "node:path";
import type { Ports } from "./choose-ports.ts";
import { repositoryRoot } from "./paths.ts";
import { loopback } from "./ports.ts";
import type { EmbeddedSecrets } from "./secrets.ts";

type Environment = Record<string, string | undefined>;
export type Facts = {
  publicUrl: string;
  ports: Ports;
  dataDir: string;
  appUrl: string;
  workerUrl: string;
  blobs: string;
  issuers: { citizen: string; official: string };
  secrets: EmbeddedSecrets;
};

export const clientIds = { citizen: "direktvermittlung-portal", official: "direktvermittlung-dienst" };

/**
 * Our own environment for a child, without settings of the portal that happen to be set in this terminal: they would
 * mix with the ones of the profile. Our own programs come first: turbo starts pnpm, and pnpm starts node, by name.
 */
export function childEnvironment(source: Environment): Environment {
  const inherited = Object.entries(source).filter(([name]) => !name.startsWith("DVD_"));
  const path = [join(repositoryRoot, "node_modules/.bin"), dirname(process.execPath), source.PATH]
    .filter((part) => part !== undefined)
    .join(delimiter);
  const noTelemetry = { TURBO_TELEMETRY_DISABLED: "1", NEXT_TELEMETRY_DISABLED: "1" };
  return { ...Object.fromEntries(inherited), ...noTelemetry, PATH: path };
}

/** The log of the demo and its witness, by the names that stand in signed notes. */
export const keyLogOrigin = "direktvermittlung.localhost/keys";
export const witnessName = "witness.localhost";

const sharedSettings = ({ blobs }: Facts): Environment => ({
  DVD_PROFILE: "embedded",
  DVD_HOST: loopback,
  DVD_BLOB_DIRECTORY: blobs,
});

export const workerSettings = (facts: Facts): Environment => ({
  ...sharedSettings(facts),
  DVD_DATABASE_URL: facts.workerUrl,
  DVD_WORKER_PORT: String(facts.ports.worker),
  DVD_KEYLOG_ORIGIN: keyLogOrigin,
  DVD_KEYLOG_KEY: facts.secrets.keyLogKey,
  DVD_KEYLOG_WITNESSES: `${witnessName}=http://${loopback}:${facts.ports.witness}`,
  DVD_AUDIT_DIRECTORY: auditFolder(facts.dataDir),
  DVD_AUDIT_KEY: facts.secrets.auditKey,
  // Whoever tries it out does not want to wait for five minutes.
  DVD_AUDIT_SIGN_SECONDS: "15",
});

/** As somebody else would run it: with nothing of the portal but the public key of its log. */
export const witnessSettings = ({ ports, secrets, dataDir }: Facts): Environment => ({
  DVD_PROFILE: "embedded",
  DVD_HOST: loopback,
  DVD_WITNESS_PORT: String(ports.witness),
  DVD_WITNESS_NAME: witnessName,
  DVD_WITNESS_KEY: secrets.witnessKey,
  DVD_WITNESS_LOGS: `${keyLogOrigin}=${publicHalf(secrets.keyLogKey).toString("base64")}`,
  DVD_WITNESS_STATE: witnessFolder(dataDir),
});

/** Beside the database, because a demo has one disk; in earnest it lies elsewhere. */
export const auditFolder = (dataDir: string) => join(dataDir, "audit");
export const witnessFolder = (dataDir: string) => join(dataDir, "witness");

export const publicHalf = (pem: string) => createPublicKey(pem).export({ type: "spki", format: "der" });

export const webSettings = (facts: Facts): Environment => ({
  ...sharedSettings(facts),
  DVD_DATABASE_URL: facts.appUrl,
  DVD_PORT: String(facts.ports.web),
  DVD_PUBLIC_URL: facts.publicUrl,
  DVD_SECURITY_CONTACT: "mailto:sicherheit@direktvermittlung.example",
  DVD_SESSION_SECRET: facts.secrets.sessionSecret,
  DVD_PSEUDONYM_KEY: facts.secrets.pseudonymKey,
  DVD_RECEIPT_KEY: facts.secrets.receiptKey,
  DVD_CITIZEN_ISSUER: facts.issuers.citizen,
  DVD_CITIZEN_CLIENT_ID: clientIds.citizen,
  DVD_CITIZEN_CLIENT_SECRET: facts.secrets.citizenClientSecret,
  DVD_OFFICIAL_ISSUER: facts.issuers.official,
  DVD_OFFICIAL_CLIENT_ID: clientIds.official,
  DVD_OFFICIAL_CLIENT_SECRET: facts.secrets.officialClientSecret,
});
