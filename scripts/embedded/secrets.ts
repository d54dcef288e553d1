import { generateKeyPairSync, randomBytes } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { readOrMake } from "./private-file.ts";

const secret = z.string().min(32);
const embeddedSecrets = z.strictObject({
  superuserPassword: secret,
  ownerPassword: secret,
  appPassword: secret,
  sessionSecret: secret,
  pseudonymKey: secret,
  /** PKCS#8 PEM, P-384: signs the receipts of all authorities in this data folder. */
  receiptKey: z.string().startsWith("-----BEGIN PRIVATE KEY-----"),
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
      sessionSecret: makeSecret(),
      pseudonymKey: makeSecret(),
      receiptKey: makeReceiptKey(),
      citizenClientSecret: makeSecret(),
      officialClientSecret: makeSecret(),
    }),
  );

const makeSecret = () => randomBytes(32).toString("base64url");

function makeReceiptKey(): string {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-384" });
  return privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}
