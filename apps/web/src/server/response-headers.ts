import { fixedHeaders, strictTransport } from "../lib/security-headers.ts";

/** For what is no page: nothing in it may load, run or be framed. A page replaces it by its own (`proxy.ts`). */
const nothingPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** Built files carry their hash in their name; how long they may be kept, Next says. A refusal is none. */
const isBuiltFile = ({ method, path }: Asked) =>
  (method === "GET" || method === "HEAD") && (path.startsWith("/_next/static/") || path === "/icon.svg");

type Asked = { method: string; path: string };
const nothing: Asked = { method: "", path: "" };

/** On every answer of this origin, whoever writes it: pages, data, refusals, and what is no request at all. */
export const headersFor = (publicOrigin: string, asked = nothing): Record<string, string> => ({
  ...fixedHeaders,
  "content-security-policy": nothingPolicy,
  ...(!isBuiltFile(asked) && { "cache-control": "no-store" }),
  // Browsers ignore it over http; there it would only be untrue.
  ...(publicOrigin.startsWith("https:") && { "strict-transport-security": strictTransport }),
});
