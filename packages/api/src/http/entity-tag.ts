import { createHmac } from "node:crypto";
import { type Actor, accountIdOf } from "@dvd/domain/actor";
import type { RequestContext } from "../context.ts";

/**
 * The tag of a representation for one viewer. Keyed and bound to the account: two people never have the same one, and it
 * tells nobody whether two answers are alike.
 */
export const tagFor = (ctx: Pick<RequestContext, "challengeKey">, actor: Actor, ...state: string[]) =>
  `"${createHmac("sha256", ctx.challengeKey)
    .update(["tag", accountIdOf(actor), ...state].join("\0"))
    .digest("base64url")
    .slice(0, 27)}"`;

/**
 * Whether a client that names these tags has this one. `W/` is what a proxy makes of ours when it packs the answer; a read
 * is compared without it (RFC 9110, 13.1.2). `*` asks about nothing we know.
 */
export const isKnown = (ifNoneMatch: string | null | undefined, tag: string) =>
  (ifNoneMatch ?? "").split(",").some((named) => named.trim().replace(/^W\//, "") === tag);

/**
 * A read that was answered, or, where the client has exactly this already, nothing but the tag. The tag covers whatever
 * the answer says, so no field that is added to it can be forgotten; the command has run, with its checks and its record.
 * What was answered stays out of every cache (`no-store`): only the page that has asked may hold it, in memory.
 */
export async function withTag(ctx: RequestContext, request: Request, response: Response): Promise<Response> {
  if (request.method !== "GET" || response.status !== 200 || !ctx.actor) return response;
  const body = await response.text();
  const etag = tagFor(ctx, ctx.actor, new URL(request.url).pathname, body);
  const headers = new Headers(response.headers);
  headers.set("etag", etag);
  if (!isKnown(request.headers.get("if-none-match"), etag)) return new Response(body, { status: 200, headers });
  headers.delete("content-type");
  headers.delete("content-length");
  return new Response(null, { status: 304, headers });
}
