import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";
import { z } from "zod";
import { readOrMake } from "../private-file.ts";

const text = z.string().min(1);
const signingKey = z.strictObject({
  kty: z.literal("EC"),
  crv: z.literal("P-256"),
  x: text,
  y: text,
  d: text,
  kid: text,
  alg: z.literal("ES256"),
  use: z.literal("sig"),
});
const realmSecrets = z.strictObject({ signingKey, cookieKey: text });
const identitySecrets = z.strictObject({
  citizen: realmSecrets,
  official: realmSecrets,
  /** Turns one person into another pseudonym for each client. */
  pairwiseSalt: text,
});

export type RealmSecrets = z.infer<typeof realmSecrets>;
export type IdentitySecrets = z.infer<typeof identitySecrets>;

/** Kept in the data folder: a new signing key at each start would make every ID token issued before invalid. */
export const loadIdentitySecrets = (dataDir: string) =>
  readOrMake(
    join(dataDir, "identity.json"),
    (json) => identitySecrets.parse(json),
    async () => ({
      citizen: await makeRealmSecrets(),
      official: await makeRealmSecrets(),
      pairwiseSalt: randomBytes(32).toString("base64url"),
    }),
  );

async function makeRealmSecrets(): Promise<RealmSecrets> {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const jwk = await exportJWK(privateKey);
  return {
    signingKey: signingKey.parse({ ...jwk, kid: await calculateJwkThumbprint(jwk), alg: "ES256", use: "sig" }),
    cookieKey: randomBytes(32).toString("base64url"),
  };
}
