import { describe, expect, it } from "vitest";
import { canHaveWays, canRemoveWay } from "./ways-back.ts";

describe("the ways back of an account", () => {
  it("are at least one that stands alone", () => {
    expect(canHaveWays(["recovery"])).toBe(true);
    expect(canHaveWays(["passphrase"])).toBe(true);
    expect(canHaveWays([])).toBe("ways-back.last");
    expect(canHaveWays(["passkey"])).toBe("ways-back.last");
    expect(canHaveWays(["passkey", "passkey", "passphrase"])).toBe(true);
  });

  it("are one recovery key and one passphrase at most", () => {
    expect(canHaveWays(["recovery", "passphrase"])).toBe(true);
    expect(canHaveWays(["recovery", "recovery"])).toBe("ways-back.too-many");
    expect(canHaveWays(["recovery", "passphrase", "passphrase"])).toBe("ways-back.too-many");
  });

  it("are five passkeys at most", () => {
    expect(canHaveWays(["recovery", ...Array(5).fill("passkey")])).toBe(true);
    expect(canHaveWays(["recovery", ...Array(6).fill("passkey")])).toBe("ways-back.too-many");
  });

  it("are removed one by one, but never the last", () => {
    expect(canRemoveWay(["recovery", "passphrase"], "recovery")).toBe(true);
    expect(canRemoveWay(["recovery", "passphrase"], "passphrase")).toBe(true);
    expect(canRemoveWay(["recovery"], "recovery")).toBe("ways-back.last");
    expect(canRemoveWay(["recovery", "passkey"], "recovery")).toBe("ways-back.last");
    expect(canRemoveWay(["recovery", "passkey"], "passkey")).toBe(true);
  });
});
