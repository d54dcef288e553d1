import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numbered, outcome } from "../testing/fixtures.ts";
import { formatRecoveryKey, generateRecoveryKey, parseRecoveryKey } from "./recovery.ts";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const anyKey = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes) => new Uint8Array(bytes));

describe("recovery key", () => {
  it("is eight groups of five characters that cannot be mistaken for one another", () => {
    expect(formatRecoveryKey(generateRecoveryKey())).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/);
  });

  it("comes back from what was printed", () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        expect(parseRecoveryKey(formatRecoveryKey(key))).toEqual(key);
      }),
    );
  });

  it("forgives case, separators and look-alikes", () => {
    const key = numbered(20);
    const printed = formatRecoveryKey(key);
    const spellings = [
      printed.toLowerCase(),
      printed.replaceAll("-", ""),
      printed.replaceAll("-", " \n"),
      ` ${printed.replaceAll("-", " – ")} `,
      printed.replaceAll("-", "\u00a0"),
      printed.replaceAll("0", "O").replaceAll("1", "I"),
      printed.replaceAll("0", "o").replaceAll("1", "l"),
    ];
    for (const spelling of spellings) expect(parseRecoveryKey(spelling)).toEqual(key);
  });

  it("points at the group in which any one character is wrong", () => {
    const one = fc.record({ key: anyKey, at: fc.nat(39), by: fc.integer({ min: 1, max: 31 }) });
    fc.assert(
      fc.property(one, ({ key, at, by }) => {
        const characters = Array.from(formatRecoveryKey(key).replaceAll("-", ""));
        const symbol = alphabet.indexOf(characters[at] ?? "");
        characters[at] = alphabet[(symbol + by) % 32] ?? "";
        expect(() => parseRecoveryKey(characters.join(""))).toThrow(
          expect.objectContaining({ code: "E_RECOVERY_CHECKSUM", group: Math.floor(at / 5) }),
        );
      }),
    );
  });

  const swap = (text: string, a: number, b: number) => {
    const parts = Array.from(text);
    return parts.with(a, text.charAt(b)).with(b, text.charAt(a)).join("");
  };

  it("notices two characters of a group in the wrong order", () => {
    const two = fc.record({ key: anyKey, group: fc.nat(7), a: fc.nat(4), b: fc.nat(4) });
    fc.assert(
      fc.property(two, ({ key, group, a, b }) => {
        const printed = formatRecoveryKey(key);
        const swapped = swap(printed, 6 * group + a, 6 * group + b);
        fc.pre(swapped !== printed);
        expect(() => parseRecoveryKey(swapped)).toThrow("E_RECOVERY_CHECKSUM");
      }),
    );
  });

  it("notices two groups in the wrong order", () => {
    const two = fc.record({ key: anyKey, a: fc.nat(7), b: fc.nat(7) });
    fc.assert(
      fc.property(two, ({ key, a, b }) => {
        fc.pre(a !== b);
        const printed = formatRecoveryKey(key).split("-");
        const swapped = printed.with(a, printed[b] ?? "").with(b, printed[a] ?? "");
        expect(() => parseRecoveryKey(swapped.join("-"))).toThrow("E_RECOVERY_CHECKSUM");
      }),
    );
  });

  it("names the group with a missing, an additional or an impossible character", () => {
    const printed = formatRecoveryKey(numbered(20)).split("-");
    const typed = (group: number, text: string) => () => parseRecoveryKey(printed.with(group, text).join("-"));
    const third = printed[2] ?? "";
    expect(typed(2, third.slice(1))).toThrow(expect.objectContaining({ code: "E_RECOVERY_FORMAT", group: 2 }));
    expect(typed(2, `${third}7`)).toThrow(expect.objectContaining({ code: "E_RECOVERY_FORMAT", group: 2 }));
    expect(typed(2, `U${third.slice(1)}`)).toThrow(expect.objectContaining({ code: "E_RECOVERY_FORMAT", group: 2 }));
  });

  it("says that it is incomplete when no group can be named", async () => {
    for (const text of ["", "ABCDE", formatRecoveryKey(numbered(20)).replaceAll("-", "").slice(1)]) {
      expect(() => parseRecoveryKey(text)).toThrow(
        expect.objectContaining({ code: "E_RECOVERY_FORMAT", group: undefined }),
      );
    }
    expect(await outcome(() => formatRecoveryKey(numbered(19)))).toBe("E_KEY");
  });
});
