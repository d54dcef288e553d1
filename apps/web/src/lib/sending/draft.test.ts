import { describe, expect, it } from "vitest";
import { readPostalCode } from "./draft.ts";

describe("a postal code", () => {
  it("is read alone and together with its place", () => {
    expect(readPostalCode("05123")).toBe("05123");
    expect(readPostalCode(" 05123 Musterfurt")).toBe("05123");
    expect(readPostalCode("D-05123")).toBe("05123");
  });

  it("has exactly five digits", () => {
    for (const typed of ["0512", "051234", "", "Musterfurt", "0512 3"])
      expect([typed, readPostalCode(typed)]).toEqual([typed, null]);
  });
});
