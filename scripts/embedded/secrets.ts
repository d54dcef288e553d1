import { generateKeyPairSync, randomBytes } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { readOrMake } from "./private-file.ts";

const secret = z.string().min(32);
/** PKCS#8 PEM, P-384. */
const signingKey = z.string().startsWith("-----BEGIN PRIVATE KEY-----");
const embeddedSecrets = z.strictObject({
  superuserPassword: secret,
  ownerPassword: secret,
  appPassword: secret,
  workerPassword: secret,
  sessionSecret: secret,
  pseudonymKey: secret,
  /** Signs the receipts of all authorities in this data folder. */
  receiptKey: signingKey,
  /** Signs the checkpoints of the public key log; and what stands for somebody else's key, who has seen them. */
  keyLogKey: signingKey,
  witnessKey: signingKey,
  /** Signs where the audit chains stand. */
  auditKey: signingKey,
  citizenClientSecret: secret,
  officialClientSecret: secret,
});
export type EmbeddedSecrets = z.infer<typeof embeddedSecrets>;

/** Random at the first start, then kept: with new ones nobody would be recognised and no receipt would verify. */
export const loadSecrets = (dataDir: string): Promise<EmbeddedSecrets> =>
  readOrMake(
    join(dataDir, "secrets.json"),
    (json) => embeddedSecrets.parse(json),
    () => ({
      superuserPassword: makeSecret(),
      ownerPassword: makeSecret(),
      appPassword: makeSecret(),
      workerPassword: makeSecret(),
      sessionSecret: makeSecret(),
      pseudonymKey: makeSecret(),
      receiptKey: makeSigningKey(),
      keyLogKey: makeSigningKey(),
      witnessKey: makeSigningKey(),
      auditKey: makeSigningKey(),
      citizenClientSecret: makeSecret(),
      officialClientSecret: makeSecret(),
    }),
  );

const makeSecret = () => randomBytes(32).toString("base64url");

function makeSigningKey(): string {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-384" });
  return privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}
