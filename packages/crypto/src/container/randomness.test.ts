import { beforeAll, describe, expect, it } from "vitest";
import { toHex, type Bytes } from "../bytes.ts";
import { CryptoError } from "../errors.ts";
import { randomBytes } from "../random.ts";
import { segmentPlainLength } from "../suite.ts";
import { createParty, numbered, outcome, sealFile, seededRandom, type Party } from "../testing/fixtures.ts";
import { beginSeal } from "./seal.ts";

let party: Party;
beforeAll(async () => {
  party = await createParty();
});

const size = 5 * segmentPlainLength;
const drawsOfSixSegments = [16, 32, 12, 12, 12, 12, 12, 12];

describe("randomness", () => {
  it("is drawn anew for each IV: one draw per segment, and the segment carries exactly that draw", async () => {
    const draws: Bytes[] = [];
    const random = (length: number) => {
      const drawn = randomBytes(length);
      draws.push(drawn);
      return drawn;
    };
    const { segments } = await sealFile(party, numbered(size), random);
    expect(draws.map(({ length }) => length)).toEqual(drawsOfSixSegments);
    expect(new Set(draws.map(({ buffer }) => buffer)).size).toBe(draws.length);
    expect(segments.map((segment) => toHex(segment.subarray(4, 16)))).toEqual(draws.slice(2).map(toHex));
  });

  it("repeats none of a million IVs", () => {
    const ivs = new Set<string>();
    for (let segment = 0; segment < 1_000_000; segment++) ivs.add(Buffer.from(randomBytes(12)).toString("latin1"));
    expect(ivs.size).toBe(1_000_000);
  });

  it("gives a file that is sealed again, changed or not, another key and other IVs", async () => {
    const first = await sealFile(party, numbered(2000));
    const second = await sealFile(party, numbered(2000).fill(1));
    expect(toHex(second.floeHeader.subarray(10, 42))).not.toBe(toHex(first.floeHeader.subarray(10, 42)));
    expect(toHex(second.header.subarray(8, 24))).not.toBe(toHex(first.header.subarray(8, 24)));
  });

  it.each(drawsOfSixSegments.map((length, draw) => ({ draw, length })))(
    "ends the sealing, unsigned, when draw $draw of $length bytes fails",
    async ({ draw: failing }) => {
      let draw = 0;
      /** Where there is no sealing, there is nothing to sign with. */
      let finish: () => Promise<unknown> = () => Promise.reject(new CryptoError("E_STATE"));
      const random = (length: number) => {
        if (draw++ === failing) throw new Error("no entropy");
        return randomBytes(length);
      };
      const run = async () => {
        const sealing = await beginSeal({ ...party, type: "file", meta: {}, size, random });
        finish = sealing.finish;
        await Array.fromAsync(sealing.segments([numbered(size)]));
      };
      await expect(run()).rejects.toThrow("no entropy");
      expect(await outcome(finish)).toBe("E_STATE");
    },
  );

  it("is all that differs between two containers of one input", async () => {
    const seal = () => sealFile(party, numbered(300_000), seededRandom(7));
    const [first, second] = [await seal(), await seal()];
    expect([second.header, second.floeHeader, second.segments]).toEqual([
      first.header,
      first.floeHeader,
      first.segments,
    ]);
    expect(second.seal.slice(0, 88)).toEqual(first.seal.slice(0, 88));
  });
});
