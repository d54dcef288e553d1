import { createHmac, pbkdf2 } from "node:crypto";
import { promisify } from "node:util";
import { accountIdOf } from "@dvd/domain/actor";
import { type ProvenAction, proofCost } from "@dvd/domain/limits/proof";
import type { ActorCtx } from "../context.ts";
import type { Challenge } from "./challenge.contract.ts";

const derive = promisify(pbkdf2);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** The keys of the members in order, as ALTCHA signs them; ours are flat but for `data`. */
export const sign = (key: string, parameters: Challenge["parameters"]) => {
  const sorted = (value: object) =>
    Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  return hmac(key, "challenge", JSON.stringify(sorted({ ...parameters, data: sorted(parameters.data) })));
};

/** Two uses of one key, kept apart by a label. */
export const hmac = (key: string, use: "challenge" | "key", data: string | Uint8Array) =>
  createHmac("sha256", createHmac("sha256", key).update(use).digest()).update(data).digest("hex");

/** Work for one account and one action. Nothing is kept of it until somebody has done it. */
export async function getChallenge(ctx: ActorCtx, { action }: { action: ProvenAction }): Promise<Challenge> {
  const { iterations, lowest, highest, minutesValid } = proofCost;
  const [nonce, salt] = [Buffer.from(ctx.randomBytes(16)), ctx.randomBytes(16)];
  const counter = Buffer.alloc(4);
  counter.writeUInt32BE(lowest + (Buffer.from(ctx.randomBytes(4)).readUInt32BE() % (highest - lowest + 1)));
  const key = await derive(Buffer.concat([nonce, counter]), salt, iterations, 32, "sha256");
  const parameters: Challenge["parameters"] = {
    algorithm: "PBKDF2/SHA-256",
    cost: iterations,
    data: { account: accountIdOf(ctx.actor), action },
    expiresAt: Math.floor(ctx.now().getTime() / 1000) + minutesValid * 60,
    keyLength: 32,
    keyPrefix: hex(key.subarray(0, 16)),
    keySignature: hmac(ctx.challengeKey, "key", key),
    nonce: hex(nonce),
    salt: hex(salt),
  };
  return { parameters, signature: sign(ctx.challengeKey, parameters) };
}
