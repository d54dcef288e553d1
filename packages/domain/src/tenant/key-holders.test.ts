import { describe, expect, it } from "vitest";
import type { OfficialId } from "../ids.ts";
import { hasOtherReader, isLastHolder, newestHolders } from "./key-holders.ts";

const [anna, ben, carl] = ["anna", "ben", "carl"] as OfficialId[] as [OfficialId, OfficialId, OfficialId];
const held = (...keys: [number, OfficialId, "closed"?][]) =>
  keys.map(([epoch, officialId, closed]) => ({ epoch, officialId, isClosed: closed !== undefined }));

describe("the last who can read", () => {
  it("is whoever holds a key that nobody else holds, however many have earlier ones", () => {
    expect(isLastHolder(held([1, anna]), anna)).toBe(true);
    expect(isLastHolder(held([1, anna], [1, ben], [2, anna]), anna)).toBe(true);
  });

  it("is who alone can open the newest key, whoever else it was sealed for", () => {
    expect(isLastHolder(held([1, anna], [1, ben], [2, anna], [2, ben, "closed"]), anna)).toBe(true);
    expect(isLastHolder(held([1, anna], [1, ben], [2, anna], [2, ben, "closed"]), ben)).toBe(false);
    expect(isLastHolder(held([1, anna], [1, ben], [2, anna], [2, carl, "closed"]), carl)).toBe(false);
  });

  it("is whoever has the newest key, opened or not, while nobody else can open it: the report may be false", () => {
    expect(isLastHolder(held([1, anna], [1, ben], [2, anna, "closed"]), anna)).toBe(true);
    expect(isLastHolder(held([1, anna], [1, ben], [2, anna, "closed"]), ben)).toBe(false);
    expect(isLastHolder(held([1, anna, "closed"]), anna)).toBe(true);
    const bothClosed = held([1, anna, "closed"], [1, ben, "closed"]);
    expect([anna, ben].map((leaving) => isLastHolder(bothClosed, leaving))).toEqual([true, true]);
    expect(isLastHolder(held([1, anna, "closed"], [1, ben]), anna)).toBe(false);
  });

  it("is also who alone can open an earlier key while the newest opens for nobody", () => {
    expect(isLastHolder(held([1, ben], [2, anna, "closed"]), ben)).toBe(true);
    expect(isLastHolder(held([1, ben], [1, carl], [2, anna, "closed"]), ben)).toBe(false);
    expect(isLastHolder(held([1, ben], [2, anna]), ben)).toBe(false);
  });

  it("is nobody while the newest key, which leads back to the others, stays with somebody, and nobody who holds none", () => {
    expect(isLastHolder(held([1, anna], [1, ben], [2, anna], [2, ben]), anna)).toBe(false);
    expect(isLastHolder(held([1, anna], [2, anna], [2, ben]), anna)).toBe(false);
    expect(isLastHolder(held([1, anna], [2, ben]), anna)).toBe(false);
    expect(isLastHolder(held([1, anna]), ben)).toBe(false);
    expect(isLastHolder([], anna)).toBe(false);
  });
});

describe("another reader of a case", () => {
  it("is whoever has the newest key, is not biased and is somebody else", () => {
    expect(hasOtherReader(held([1, anna], [1, ben]), anna, [])).toBe(true);
    expect(hasOtherReader(held([1, anna], [1, ben]), anna, [ben])).toBe(false);
    expect(hasOtherReader(held([1, anna]), anna, [])).toBe(false);
    expect(hasOtherReader(held([1, anna], [2, ben]), anna, [])).toBe(true);
  });

  it("is nobody with an earlier key, or with one that does not open", () => {
    expect(hasOtherReader(held([1, anna], [1, ben], [2, anna]), anna, [])).toBe(false);
    expect(hasOtherReader(held([1, anna], [1, ben], [2, ben]), anna, [ben])).toBe(false);
    expect(hasOtherReader(held([1, anna], [1, ben, "closed"]), anna, [])).toBe(false);
    expect(hasOtherReader(held([1, anna], [1, ben], [2, anna, "closed"]), anna, [])).toBe(false);
    expect(hasOtherReader(held([1, anna], [1, ben], [2, anna], [2, ben, "closed"]), anna, [])).toBe(false);
    expect(hasOtherReader([], anna, [])).toBe(false);
  });
});

describe("who has the newest key", () => {
  it("is nobody when it opens for none of them: an earlier one does not take its place", () => {
    expect(newestHolders(held([1, anna], [1, ben], [2, anna, "closed"]))).toEqual([]);
    expect(newestHolders(held([1, anna], [2, anna, "closed"], [2, ben]))).toEqual(held([2, ben]));
    expect(newestHolders([])).toEqual([]);
  });
});
