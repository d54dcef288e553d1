import type { DomainErrorCode } from "../errors.ts";

/** `standsAlone`: may be the only way to the keys of an account. `most`: how many of the kind an account has. */
const rules = {
  recovery: { most: 1, standsAlone: true },
  passphrase: { most: 1, standsAlone: true },
  /** Deleting a passkey destroys its key, and nobody warns the person who does it. */
  passkey: { most: 5, standsAlone: false },
} as const satisfies Record<string, { most: number; standsAlone: boolean }>;

/** How long a new device may ask another one for the key; its own clock ends it as well as the server's. */
export const deviceLinkMinutes = 10;

export type WayBack = keyof typeof rules;

// The keys of the table itself; TypeScript widens them to string.
export const waysBack = Object.keys(rules) as WayBack[];

/** Whether an account may have exactly these ways back. Every change is judged by what it leaves behind. */
export function canHaveWays(ways: readonly WayBack[]): true | DomainErrorCode {
  if (!ways.some((way) => rules[way].standsAlone)) return "ways-back.last";
  const hasTooMany = waysBack.some((kind) => ways.filter((way) => way === kind).length > rules[kind].most);
  return hasTooMany ? "ways-back.too-many" : true;
}

const without = (ways: readonly WayBack[], way: WayBack) => ways.toSpliced(ways.indexOf(way), 1);

export const canRemoveWay = (ways: readonly WayBack[], way: WayBack) => canHaveWays(without(ways, way));
