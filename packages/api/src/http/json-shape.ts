import { DomainError } from "@dvd/domain/errors";

/** The deepest contract has a handful of levels, the longest list a few hundred entries. */
export const jsonLimits = { depth: 16, members: 5_000 };

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const opening = new Set([0x5b, 0x7b]);
const closing = new Set([0x5d, 0x7d]);

/**
 * Counts what a parser would have to build, without building it: a few hundred kilobytes of brackets are cheap to send
 * and dear to read. Whether it is JSON at all, the parser says.
 */
export function refuseLargeJson(text: string, limits = jsonLimits) {
  let depth = 0;
  let members = 0;
  let isText = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (isText) {
      if (character === backslash) at += 1;
      else if (character === quote) isText = false;
    } else if (character === quote) isText = true;
    else if (character === comma || character === colon) members += 1;
    else if (opening.has(character)) depth += 1;
    else if (closing.has(character)) depth -= 1;
    if (depth > limits.depth || members > limits.members) throw new DomainError("request.too-large");
  }
}
