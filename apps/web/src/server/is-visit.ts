import type { IncomingHttpHeaders } from "node:http";

type Head = { method?: string | undefined; headers: IncomingHttpHeaders };

/**
 * Whether somebody goes to a page, by a link or an address. What the browser or Next fetches in advance looks much the
 * same, comes without anybody's hand, and must not keep a login alive (TR-03160-1).
 */
export function isVisit({ method, headers }: Head): boolean {
  const isPage = headers["sec-fetch-dest"] === "document" || headers.rsc !== undefined;
  const isAhead =
    headers["next-router-prefetch"] !== undefined ||
    headers["next-router-segment-prefetch"] !== undefined ||
    /prefetch|prerender/.test(`${String(headers["sec-purpose"])} ${String(headers.purpose)}`);
  return method === "GET" && isPage && !isAhead;
}
