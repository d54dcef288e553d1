import type { LoginKind } from "@dvd/domain/session/login";

/**
 * Where to go after the login, from an address that anybody could have written: a path of our own pages, or null. What a
 * browser would read as another host (`//host`, `/\host`) is refused, and so is the login itself, which would go in circles.
 */
export function ownPath(wanted: string | undefined): string | null {
  if (!wanted?.startsWith("/")) return null;
  const base = "https://own.invalid";
  const target = URL.parse(wanted, base);
  if (target?.origin !== base || target.pathname.startsWith("//")) return null;
  const area = target.pathname.split("/")[1] ?? "";
  return area === "api" || area === "anmelden" ? null : target.pathname;
}

/** next-auth keeps whole addresses; only their path counts. */
export const pathOf = (address: string | undefined) => ownPath(address && (URL.parse(address)?.pathname ?? address));

const officialArea = "/amt";
export const kindOf = (path: string): LoginKind =>
  path === officialArea || path.startsWith(`${officialArea}/`) ? "official" : "citizen";
