import { describe, expect, it } from "vitest";
import { formatBytes, formatDate } from "./format.ts";

/** Intl puts spaces of its own between a number and its unit. */
const plain = (text: string) => text.replaceAll(/\s/g, " ");

describe("sizes in words", () => {
  it("have the unit that makes the number short", () => {
    expect(plain(formatBytes(0, "de"))).toBe("0 Byte");
    expect(plain(formatBytes(999, "de"))).toBe("999 Byte");
    expect(plain(formatBytes(1_000, "de"))).toBe("1 kB");
    expect(plain(formatBytes(3_240_000, "de"))).toBe("3,2 MB");
    expect(plain(formatBytes(2_400_000_000, "de"))).toBe("2,4 GB");
  });

  it("are written out for listening", () => {
    expect(plain(formatBytes(8_000_000, "de", "long"))).toBe("8 Megabyte");
  });
});

describe("days", () => {
  it("are written in the reader's language, the plain one included", () => {
    expect(formatDate("2026-11-21T12:00:00.000Z", "de")).toBe("21. November 2026");
    expect(formatDate("2026-11-21T12:00:00.000Z", "de-simple")).toBe("21. November 2026");
  });
});
