import type { IncomingMessage } from "node:http";

/**
 * Changes that a page makes by itself after it was told of something: a login that they kept alive would never end on a page
 * that nobody looks at (TR-03160-1).
 */
const byItself: ReadonlySet<string> = new Set(["accounts.saveVault"]);

/** Whether this request shows that somebody is there. What only reads does not: streams cause it, and timers. */
export function isSignOfLife({ method, url = "" }: Pick<IncomingMessage, "method" | "url">): boolean {
  if (method === "GET" || method === "HEAD") return false;
  const [, called = ""] = /^\/api\/trpc\/([^?]*)/.exec(url) ?? [];
  return !called.split(",").every((procedure) => byItself.has(procedure));
}
