import {
  cosign,
  createTree,
  entryBytes,
  entryOf,
  generateSigningKey,
  leafHash,
  parseCheckpoint,
  type SigningKey,
  signCheckpoint,
  toBase64Url,
} from "@dvd/crypto";
import { toBase64 } from "../base64.ts";
import type { KeysAnswer } from "../wire-types.ts";

export type Log = ReturnType<typeof logOf>;

type LogKeys = { origin: string; key: SigningKey; witness: SigningKey; now: () => Date };

const name = "witness.test";

/** A key log with one witness: honest, or one that a server has made up. */
export async function makeLog({ origin = "log.test/keys", now = () => new Date() } = {}) {
  const [key, witness] = [(await generateSigningKey()).key, (await generateSigningKey()).key];
  const keys = { origin, key, witness, now };
  /** Another history under the same keys: the log and its witness lie together. */
  return { ...logOf(keys), fork: () => logOf(keys) };
}

function logOf({ origin, key, witness, now }: LogKeys) {
  const tree = createTree();

  async function note(size: number) {
    const signed = await signCheckpoint({ size, root: await tree.root(size) }, { name: origin, key });
    return signed + (await cosign(await parseCheckpoint(signed), { name, key: witness }, now()));
  }

  return {
    policy: {
      origin,
      log_key: toBase64Url(key.spki),
      witnesses: [{ name, key: toBase64Url(witness.spki) }],
      threshold: 1,
    },
    size: () => tree.size(),
    root: (size: number) => tree.root(size),
    consistency: async (from: number, to: number) => (await tree.consistency(from, to)).map(toBase64),
    async add(payloads: readonly Uint8Array[]) {
      const first = tree.size();
      for (const payload of payloads) await tree.append(await leafHash(entryBytes(await entryOf(payload))));
      return payloads.map((_, at) => first + at);
    },
    async prove(places: readonly number[], known: number): Promise<KeysAnswer["log"]> {
      const size = tree.size();
      const consistency = known > 0 && known < size ? await tree.consistency(known, size) : [];
      return {
        checkpoint: await note(size),
        consistency: consistency.map(toBase64),
        places: await Promise.all(
          places.map(async (index) => ({ index, path: (await tree.inclusion(index, size)).map(toBase64) })),
        ),
      };
    },
  };
}
