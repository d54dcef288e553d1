import { describe, expect, it } from "vitest";
import { toHex } from "../bytes.ts";
import { generateAead } from "../primitives.ts";
import { accountId as fileId, flipBit, numbered, otherAccountId as otherId, outcome } from "../testing/fixtures.ts";
import {
  createPieceDigest,
  openDevicePiece,
  openDeviceRecord,
  sealDevicePiece,
  sealDeviceRecord,
} from "./device-file.ts";

const key = await generateAead();
const content = numbered(1000);
const place = { fileId, index: 3, isLast: false };

describe("a piece of a file on the device", () => {
  it("opens at its place, and is another ciphertext each time", async () => {
    const [one, other] = [await sealDevicePiece(key, place, content), await sealDevicePiece(key, place, content)];
    expect(await openDevicePiece(key, place, one)).toEqual(content);
    expect(await openDevicePiece(key, place, other)).toEqual(content);
    expect(toHex(one.subarray(0, 12))).not.toBe(toHex(other.subarray(0, 12)));
  });

  it("opens nowhere else, under no other key, and not when it was changed or cut", async () => {
    const sealed = await sealDevicePiece(key, place, content);
    const open = (change: object, bytes = sealed, by = key) =>
      outcome(() => openDevicePiece(by, { ...place, ...change }, bytes));
    expect(await open({})).toBe("accepted");
    for (const change of [{ fileId: otherId }, { index: 2 }, { isLast: true }])
      expect(await open(change)).toBe("E_SOURCE");
    expect(await open({}, sealed, await generateAead())).toBe("E_SOURCE");
    expect(await open({}, flipBit(sealed, 8 * 500))).toBe("E_SOURCE");
    for (const length of [0, 12, 27, sealed.length - 1])
      expect(await open({}, sealed.subarray(0, length))).toBe("E_SOURCE");
  });
});

describe("a record on the device", () => {
  it("opens as what it is about and as nothing else, a piece included", async () => {
    const sealed = await sealDeviceRecord(key, fileId, content);
    expect(await openDeviceRecord(key, fileId, sealed)).toEqual(content);
    expect(await outcome(() => openDeviceRecord(key, otherId, sealed))).toBe("E_SOURCE");
    expect(await outcome(() => openDevicePiece(key, { fileId, index: 0, isLast: true }, sealed))).toBe("E_SOURCE");
  });
});

describe("the digest of a content", () => {
  const digestOf = async (...rounds: (typeof content)[][]) => {
    const digest = createPieceDigest();
    for (const pieces of rounds) await digest.take(pieces);
    return toHex(await digest.end());
  };
  const [one, other] = [numbered(700), numbered(300)];

  it("is the same however many pieces come at a time, and another one for other pieces or another order", async () => {
    const expected = await digestOf([one, other]);
    expect(await digestOf([one], [other])).toBe(expected);
    expect(await digestOf([other, one])).not.toBe(expected);
    expect(await digestOf([one])).not.toBe(expected);
    expect(await digestOf([one, flipBit(other, 9)])).not.toBe(expected);
  });
});
