import { describe, expect, it } from "vitest";
import { canAddWay, canHaveWays, canRemoveWay } from "./ways-back.ts";

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
    expect(canAddWay(["recovery", "passphrase"], "passphrase")).toBe("ways-back.too-many");
    expect(canAddWay(["recovery"], "passphrase")).toBe(true);
  });

  it("are five passkeys at most", () => {
    expect(canAddWay(["recovery", ...Array(4).fill("passkey")], "passkey")).toBe(true);
    expect(canAddWay(["recovery", ...Array(5).fill("passkey")], "passkey")).toBe("ways-back.too-many");
  });

  it("are removed one by one, but never the last", () => {
    expect(canRemoveWay(["recovery", "passphrase"], "recovery")).toBe(true);
    expect(canRemoveWay(["recovery", "passphrase"], "passphrase")).toBe(true);
    expect(canRemoveWay(["recovery"], "recovery")).toBe("ways-back.last");
    expect(canRemoveWay(["recovery", "passkey"], "recovery")).toBe("ways-back.last");
    expect(canRemoveWay(["recovery", "passkey"], "passkey")).toBe(true);
  });
});
