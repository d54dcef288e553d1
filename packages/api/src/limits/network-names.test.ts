import { describe, expect, it } from "vitest";
import { nameNetworks } from "./network-names.ts";

describe("the name of a network", () => {
  const name = nameNetworks("a key of this installation");

  it("is the same each time, and another one for another network", () => {
    expect(name("192.0.2.7")).toEqual(name("192.0.2.7"));
    expect(name("192.0.2.8")).not.toEqual(name("192.0.2.7"));
    expect(name("2001:db8:1:2::1")).toEqual(name("2001:db8:1:2::2"));
  });

  it("does not tell the address, and nobody without the key can try addresses out", () => {
    expect(JSON.stringify(name("192.0.2.7"))).not.toContain("192.0.2");
    expect(nameNetworks("another key")("192.0.2.7")).not.toEqual(name("192.0.2.7"));
  });
});
