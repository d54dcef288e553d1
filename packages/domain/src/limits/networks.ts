import type { Network } from "./budgets.ts";

/**
 * The networks that one address counts for. IPv6 gives every household at least a /64, so a single address says
 * nothing; and who holds a /48 has 65,536 of those, so that counts as well, with more room.
 */
export function networksOf(address: string): Network[] {
  const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "").replace(/%.*$/, "");
  if (!plain.includes(":")) return [{ name: plain, factor: 1 }];
  const groups = expand(plain);
  return [
    { name: `${groups.slice(0, 4).join(":")}::/64`, factor: 1 },
    { name: `${groups.slice(0, 3).join(":")}::/48`, factor: 8 },
  ];
}

/** All eight groups of an IPv6 address, without leading zeros. */
function expand(address: string): string[] {
  const [head = "", tail] = address.toLowerCase().split("::", 2);
  const before = head.split(":").filter(Boolean);
  const after = (tail ?? "").split(":").filter(Boolean);
  const gap = Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0");
  return [...before, ...(tail === undefined ? [] : gap), ...after].map((group) => group.replace(/^0+(?=.)/, ""));
}

const looksLikeAddress = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f:.]*:[0-9a-f:.]*)$/i;

/**
 * Where a request really comes from. Each trusted proxy has added the address of its own visitor at the right end of
 * the list; whatever stands further left came with the request and may be invented.
 */
export function clientAddress(peer: string, forwarded: string, trustedProxies: number): string {
  if (trustedProxies === 0) return peer;
  const claimed = forwarded.split(",").map((entry) => entry.trim());
  const address = claimed.at(-trustedProxies) ?? "";
  // Something is wrong in front of us; then everybody there is one address, which is strict and never open.
  return looksLikeAddress.test(address) ? address : peer;
}
