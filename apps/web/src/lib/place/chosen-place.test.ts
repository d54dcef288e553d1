import { describe, expect, it } from "vitest";
import { parsePlace } from "./chosen-place.ts";

describe("the place that a tab keeps", () => {
  it("is a postal code, with the municipality where one was chosen", () => {
    expect(parsePlace('{"postalCode":"05143","ars":"980025001001"}')).toEqual({
      postalCode: "05143",
      ars: "980025001001",
    });
    expect(parsePlace('{"postalCode":"05123","ars":null}')).toEqual({ postalCode: "05123", ars: null });
  });

  it.each([
    null,
    "",
    "nothing",
    "[]",
    '{"postalCode":"5123","ars":null}',
    '{"postalCode":5123,"ars":null}',
    '{"ars":null}',
  ])("is none when %s is stored", (stored) => {
    expect(parsePlace(stored)).toBeNull();
  });

  it("keeps no municipality number that is none", () => {
    expect(parsePlace('{"postalCode":"05123","ars":"<b>"}')).toEqual({ postalCode: "05123", ars: null });
  });
});
