/**
 * Public number of a case, like `DVD-26-7K3M-91Q`: random (it must not count or be guessable), no look-alikes
 * (I L O U are missing), last character is a check over the others so that a slip in dictation is noticed.
 */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** The check works modulo a prime, so the body uses 31 of the 32 characters: Z would look like 0 to it. */
const checkPrime = 31;

/** Weighted sum modulo a prime: finds every single wrong character and every swap of neighbours. */
function checkCharacter(year: string, body: string): string {
  const sum = Array.from(year + body).reduce(
    (total, character, index) => total + alphabet.indexOf(character) * (index + 2),
    0,
  );
  return alphabet.charAt(sum % checkPrime);
}

export function makeReference(at: Date, random: Uint8Array): string {
  if (random.length !== 6) throw new RangeError("makeReference wants 6 random bytes");
  const year = String(at.getUTCFullYear() % 100).padStart(2, "0");
  const body = Array.from(random, (byte) => alphabet.charAt(byte % checkPrime)).join("");
  return `DVD-${year}-${body.slice(0, 4)}-${body.slice(4)}${checkCharacter(year, body)}`;
}

/** Accepts what people type: lower case, missing dashes, O for 0, I or L for 1. Returns null when it cannot be one. */
export function parseReference(input: string): string | null {
  const compact = input.toUpperCase().replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  const match = /^DVD(\d\d)([0-9A-HJKMNP-TV-Y]{6})([0-9A-HJKMNP-TV-Y])$/.exec(compact);
  const [, year = "", body = "", check = ""] = match ?? [];
  if (!match || checkCharacter(year, body) !== check) return null;
  return `DVD-${year}-${body.slice(0, 4)}-${body.slice(4)}${check}`;
}
