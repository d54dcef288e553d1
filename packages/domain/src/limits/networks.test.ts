import { describe, expect, it } from "vitest";
import { clientAddress, networksOf } from "./networks.ts";

const namesOf = (address: string) => networksOf(address).map(({ name }) => name);

describe("an address counts", () => {
  it("as itself when it is IPv4, also when it comes written as IPv6", () => {
    expect(namesOf("192.0.2.7")).toEqual(["192.0.2.7"]);
    expect(namesOf("::ffff:192.0.2.7")).toEqual(["192.0.2.7"]);
  });

  it("with its household and its site when it is IPv6, however it is written", () => {
    const networks = ["2001:db8:1:2::/64", "2001:db8:1::/48"];
    for (const address of ["2001:db8:1:2::9", "2001:0DB8:0001:0002:0:0:0:1", "2001:db8:1:2:ffff:ffff:ffff:ffff"])
      expect(namesOf(address)).toEqual(networks);
    expect(namesOf("2001:db8:1:3::9")).not.toContain(networks[0]);
    expect(namesOf("2001:db8:2:2::9")).not.toContain(networks[1]);
    expect(namesOf("fe80::1%eth0")).toEqual(["fe80:0:0:0::/64", "fe80:0:0::/48"]);
    expect(namesOf("::1")).toEqual(["0:0:0:0::/64", "0:0:0::/48"]);
  });

  it("with more room for a site than for a household", () => {
    const [household, site] = networksOf("2001:db8::1");
    expect(site?.factor).toBeGreaterThan(household?.factor ?? 0);
  });
});

describe("the address of a visitor", () => {
  const peer = "10.0.0.1";

  it("is that of the connection where no proxy is trusted, whatever the request claims", () => {
    expect(clientAddress(peer, "198.51.100.1", 0)).toBe(peer);
  });

  it("is the one that the outermost trusted proxy has seen, and nothing left of it", () => {
    expect(clientAddress(peer, "6.6.6.6, 198.51.100.1", 1)).toBe("198.51.100.1");
    expect(clientAddress(peer, "6.6.6.6, 198.51.100.1, 10.0.0.9", 2)).toBe("198.51.100.1");
    expect(clientAddress(peer, "6.6.6.6, 2001:db8::7", 1)).toBe("2001:db8::7");
  });

  it("is that of the connection when a proxy says less than it should, or nonsense", () => {
    expect(clientAddress(peer, "", 1)).toBe(peer);
    expect(clientAddress(peer, "198.51.100.1", 2)).toBe(peer);
    expect(clientAddress(peer, "unknown", 1)).toBe(peer);
    expect(clientAddress(peer, "a:b}:write", 1)).toBe(peer);
  });
});
