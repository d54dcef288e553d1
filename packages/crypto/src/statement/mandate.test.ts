import { describe, expect, it } from "vitest";
import { fromHex, toHex, utf8 } from "../bytes.ts";
import { generateSigningKey } from "../keys/signing.ts";
import { flipBit, outcome } from "../testing/fixtures.ts";
import { readVectors, type SignedText } from "../testing/read-vectors.ts";
import type { Signed } from "./dsse.ts";
import { type Mandate, signMandate, verifyMandate } from "./mandate.ts";
import type { MemberRole } from "./statement.ts";
import type { Author } from "./verify-directory.ts";

type Member = { unit: string; account: string; keyId: string; spki: string; role: MemberRole; until: string | null };
type Vectors = {
  mandate: {
    expect: { authority: string; unitId: string; caseId: string };
    members: Member[];
    accepted: { name: string; signed: SignedText; result: { keyId: string; from: string; until: string } }[];
    refused: { name: string; signed: SignedText; error: string }[];
  };
};
const { expect: about, members, accepted, refused } = readVectors<Vectors>("mandates").mandate;

const bytesOf = ({ payload, signature }: SignedText): Signed => ({
  payload: utf8(payload),
  signature: fromHex(signature),
});
const authors = (unitId: string) =>
  new Map<string, Author>(
    members
      .filter(({ unit }) => unit === unitId)
      .map(({ keyId, spki, account, role, until }) => [
        keyId,
        { account, role, spki: fromHex(spki), kemKeyId: "", until: until === null ? null : new Date(until) },
      ]),
  );
const verify = (signed: Signed) => verifyMandate({ signed, authors, expect: about });
const [given] = accepted;
if (!given) throw new Error("there is a mandate that is accepted");

describe("a mandate", () => {
  it.each(accepted)("lets its deputy speak, $name", async ({ signed, result }) => {
    const { keyId, spki, from, until } = await verify(bytesOf(signed));
    expect({ keyId, from: from.toISOString(), until: until.toISOString() }).toEqual(result);
    expect(toHex(spki)).toBe(members.find((member) => member.keyId === keyId)?.spki);
  });

  it.each(refused)("is refused $name", async ({ signed, error }) => {
    expect(await outcome(() => verify(bytesOf(signed)))).toBe(error);
  });

  it("is refused for a changed bit anywhere", async () => {
    const signed = bytesOf(given.signed);
    for (let bit = 0; bit < signed.payload.length * 8; bit += 37)
      expect(await outcome(() => verify({ ...signed, payload: flipBit(signed.payload, bit) }))).not.toBe("accepted");
    for (let bit = 0; bit < 96 * 8; bit += 11)
      expect(await outcome(() => verify({ ...signed, signature: flipBit(signed.signature, bit) }))).toBe(
        "E_MANDATE_SIG",
      );
  });

  it("is none where its unit is not known any more", async () => {
    const signed = bytesOf(given.signed);
    const nowhere = () => new Map<string, Author>();
    expect(await outcome(() => verifyMandate({ signed, authors: nowhere, expect: about }))).toBe("E_MANDATE_SIG");
  });

  it("is not signed in the name of another key, nor for longer than a quarter", async () => {
    const { key } = await generateSigningKey();
    const word = JSON.parse(given.signed.payload) as Mandate;
    expect(await outcome(() => signMandate(word, key))).toBe("E_MANDATE");
    const own = { ...word, given_by: toHex(key.keyId) };
    expect(await outcome(() => signMandate(own, key))).toBe("accepted");
    const expires = new Date(Date.parse(own.not_before) + 93 * 86_400_000).toISOString();
    expect(await outcome(() => signMandate({ ...own, expires }, key))).toBe("E_MANDATE");
  });
});
