/** Writes vectors/drafts.json anew, the same each time: `node src/testing/make-draft-vectors.ts`. */
import { writeFileSync } from "node:fs";
import { concat, toHex, u32, u64, utf8, uuidBytes, type Bytes } from "../bytes.ts";
import { draftKey, sealDraft, type DraftPlace } from "../keys/draft.ts";
import { aeadSeal } from "../primitives.ts";
import { accountId, numbered, otherAccountId, seededRandom, withByte } from "./fixtures.ts";

const random = seededRandom(20_261_123);
const vaultKey = random(32);
const key = await draftKey(vaultKey, accountId);
const place: DraftPlace = { accountId, draftId: "0189dddd-0000-7000-8000-000000000001", version: 3 };
const otherDraftId = "0189dddd-0000-7000-8000-000000000002";
const content = utf8('{"serviceKey":"DEMO0000000009","answers":{"name.family":"Żółtański"}}');

const accepted = async (content: Bytes, at: DraftPlace = place) => ({
  ...at,
  vaultKey,
  sealed: await sealDraft(key, at, content, random),
  content,
});

const first = await accepted(content);
const { content: _, ...base } = first;
const refused = (name: string, change: Partial<typeof base>) => ({ name, ...base, ...change });

/** What is inside as somebody with the key would write it, past our own writer. */
async function padded(plain: Bytes) {
  const context = concat(utf8("PSW1"), uuidBytes(accountId), uuidBytes(place.draftId), u64(place.version));
  const iv = random(12);
  return concat(context, iv, await aeadSeal(key, iv, context, plain));
}
const filled = (length: number, claimed: number, last = 0) => {
  const plain = concat(u32(claimed), numbered(claimed), new Uint8Array(Math.max(0, length - 4 - claimed)));
  return withByte(plain.slice(0, length), length - 1, () => last);
};

const vectors = {
  draft: {
    accepted: [
      first,
      await accepted(new Uint8Array()),
      await accepted(numbered(4092)),
      await accepted(numbered(4093), { ...place, version: Number.MAX_SAFE_INTEGER }),
    ],
    refused: [
      refused("other magic", { sealed: withByte(first.sealed, 3, () => 0x32) }),
      refused("other account expected", { accountId: otherAccountId }),
      refused("other account in the header", { sealed: withByte(first.sealed, 19, (b) => b ^ 1) }),
      refused("other draft expected", { draftId: otherDraftId }),
      refused("other draft in the header", {
        draftId: otherDraftId,
        sealed: concat(first.sealed.slice(0, 20), uuidBytes(otherDraftId), first.sealed.slice(36)),
      }),
      refused("other version expected", { version: 2 }),
      refused("version raised in the header", { version: 4, sealed: withByte(first.sealed, 43, () => 4) }),
      refused("version 0", { version: 0, sealed: withByte(first.sealed, 43, () => 0) }),
      refused("other key", { vaultKey: withByte(vaultKey, 0, (b) => b ^ 1) }),
      refused("changed ciphertext", { sealed: withByte(first.sealed, 100, (b) => b ^ 1) }),
      refused("changed tag", { sealed: withByte(first.sealed, first.sealed.length - 1, (b) => b ^ 1) }),
      refused("cut by one byte", { sealed: first.sealed.slice(0, -1) }),
      refused("one byte long", { sealed: concat(first.sealed, Uint8Array.of(0)) }),
      refused("no ciphertext", { sealed: first.sealed.slice(0, 44) }),
      refused("padding that is not zero", { sealed: await padded(filled(4096, 10, 1)) }),
      refused("a step of padding too much", { sealed: await padded(filled(8192, 4092)) }),
      refused("longer inside than outside", { sealed: await padded(filled(4096, 4093, 0xfc)) }),
    ],
  },
};

const hexed = (_: string, one: unknown) => (one instanceof Uint8Array ? toHex(one) : one);
writeFileSync(new URL("../../vectors/drafts.json", import.meta.url), `${JSON.stringify(vectors, hexed, 1)}\n`);
