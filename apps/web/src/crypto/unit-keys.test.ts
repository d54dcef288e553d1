import { accountKeys, createAccount, createUnitEpoch, openUnitSeed, toHex } from "@dvd/crypto";
import { describe, expect, it } from "vitest";
import { fromBase64, toBase64 } from "./base64.ts";
import { createUnitKeys } from "./unit-keys.ts";

const unitId = "0198a000-0000-7000-8000-000000000001";
const person = async (accountId: string) => accountKeys((await createAccount({ accountId })).vault);
const [holder, colleague, stranger] = await Promise.all([
  person("0198a000-0000-7000-8000-00000000000a"),
  person("0198a000-0000-7000-8000-00000000000b"),
  person("0198a000-0000-7000-8000-00000000000c"),
]);
const epochs = await Promise.all([createUnitEpoch(unitId, 1), createUnitEpoch(unitId, 2)]);
const keysOf = ({ kem, signing }: typeof holder) => ({
  kemPublicKey: toBase64(kem.publicKey),
  signingKey: toBase64(signing.spki),
});
const now = () => new Date("2026-11-21T12:00:00Z");
const unitKeys = createUnitKeys({ now, opened: () => ({ keys: holder, units: epochs }) });

describe("passing on the key of a unit", () => {
  it("seals the newest key for the keys whose digits were compared, and for nobody else", async () => {
    const keys = keysOf(colleague);
    const seeds = await unitKeys.grantUnit(unitId, keys, await unitKeys.digitsOf(keys));
    expect(seeds.map(({ epoch }) => epoch)).toEqual([2]);
    const grantors = (id: string) => (id === toHex(holder.signing.keyId) ? holder.signing.spki : undefined);
    for (const { epoch, grant } of seeds) {
      const env = fromBase64(grant);
      const opened = await openUnitSeed({ env, unitId, epoch, recipient: colleague.kem, grantors });
      expect(opened.kem.keyId).toEqual(epochs[1]?.kem.keyId);
      const other = openUnitSeed({ env, unitId, epoch, recipient: stranger.kem, grantors });
      await expect(other).rejects.toMatchObject({ code: "E_CONTEXT" });
    }
  });

  it("is refused when the server has put either key in between: the digits are others", async () => {
    const compared = await unitKeys.digitsOf(keysOf(colleague));
    const { kemPublicKey, signingKey } = keysOf(stranger);
    for (const swapped of [{ kemPublicKey }, { signingKey }]) {
      const keys = { ...keysOf(colleague), ...swapped };
      await expect(unitKeys.grantUnit(unitId, keys, compared)).rejects.toMatchObject({ code: "E_KEY" });
    }
  });

  it("needs the key of that very unit", async () => {
    const keys = keysOf(colleague);
    const other = "0198a000-0000-7000-8000-000000000002";
    const attempt = unitKeys.grantUnit(other, keys, await unitKeys.digitsOf(keys));
    await expect(attempt).rejects.toMatchObject({ code: "E_STATE" });
  });
});
