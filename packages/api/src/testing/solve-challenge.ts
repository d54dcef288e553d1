import { pbkdf2Sync } from "node:crypto";
import type { Challenge, ProvenWork } from "../proofs/challenge.contract.ts";

/** What a browser's worker does, for clients without one. */
export function solveChallenge(challenge: Challenge): ProvenWork {
  const { cost, keyPrefix, nonce, salt } = challenge.parameters;
  const password = Buffer.concat([Buffer.from(nonce, "hex"), Buffer.alloc(4)]);
  for (let counter = 0; ; counter += 1) {
    password.writeUInt32BE(counter, 16);
    const derivedKey = pbkdf2Sync(password, Buffer.from(salt, "hex"), cost, 32, "sha256").toString("hex");
    if (derivedKey.startsWith(keyPrefix)) return { challenge, solution: { counter, derivedKey } };
  }
}

export const proofHeader = (work: ProvenWork) => Buffer.from(JSON.stringify(work)).toString("base64");
