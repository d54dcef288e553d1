import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeReference, parseReference } from "./reference.ts";

const at = new Date("2026-11-21T12:00:00Z");
const sixBytes = fc.uint8Array({ minLength: 6, maxLength: 6 });

describe("reference of a case", () => {
  it("looks like DVD-26-7K3M-91Q and reads itself", () => {
    fc.assert(
      fc.property(sixBytes, (random) => {
        const reference = makeReference(at, random);
        expect(reference).toMatch(/^DVD-26-[0-9A-Y]{4}-[0-9A-Y]{3}$/);
        expect(parseReference(reference)).toBe(reference);
      }),
    );
  });

  it("is understood without dashes, in lower case, and with O for 0 and I or L for 1", () => {
    const reference = makeReference(at, new Uint8Array([0, 1, 0, 1, 20, 9]));
    expect(reference).toMatch(/^DVD-26-0101-M9/);
    const spoken = reference.toLowerCase().replaceAll("-", " ").replace("0101", "oiol");
    expect(parseReference(spoken)).toBe(reference);
  });

  it("is refused when one character is wrong or two neighbours are swapped", () => {
    fc.assert(
      fc.property(
        sixBytes,
        fc.integer({ min: 4, max: 14 }),
        fc.constantFrom(...Array.from("0123456789ABCDEFGHJKMNPQRSTVWXY")),
        (random, index, other) => {
          const reference = makeReference(at, random);
          const here = reference.charAt(index);
          fc.pre(here !== "-" && here !== other && (index > 5 || /\d/.test(other)));
          expect(parseReference(reference.slice(0, index) + other + reference.slice(index + 1))).toBeNull();

          const compact = reference.replaceAll("-", "");
          const swapped = compact.slice(0, 5) + compact.charAt(6) + compact.charAt(5) + compact.slice(7);
          fc.pre(compact.charAt(5) !== compact.charAt(6));
          expect(parseReference(swapped)).toBeNull();
        },
      ),
    );
  });
});
