import type { IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { refuseLargeJson } from "@dvd/api/http/json-shape";

/**
 * Looks at the JSON of a call, in its address and in its body, before a parser does. The length of the body was bounded
 * before; it is kept under the one name by which the listener of the router takes a body that has been read already.
 */
export async function readJson(request: IncomingMessage) {
  const url = request.url ?? "";
  // All of it: a second question mark belongs to the query, and the router reads what stands behind it.
  const query = url.includes("?") ? url.slice(url.indexOf("?") + 1) : "";
  for (const value of new URLSearchParams(query).values()) refuseLargeJson(value);
  if (request.method === "GET" || request.method === "HEAD") return;
  const rawBody = await buffer(request);
  refuseLargeJson(rawBody.toString());
  Object.assign(request, { rawBody });
}
