import type { IncomingMessage } from "node:http";
import { DomainError } from "@dvd/domain/errors";
import type { Kind } from "./routes.ts";

/** Far more than any browser sends us. Node bounds all of it together by 16 KB; these are the parts. */
const limits = { headers: 64, cookieBytes: 8_192, queryBytes: 8_192 };

/** One path of ours, as browsers and proxies write it: no other host in it, and nothing that two programs read differently. */
const ownTarget = /^\/(?!\/)[!-[\]-~]*$/;

/** Whoever resolves them reads another path than whoever does not, and budgets and doors look at the path. */
const dotSegment = /\/(?:\.|%2e){1,2}(?:\/|$)/i;

/**
 * What a request looks like from outside, before anything of it is parsed. Health checks come from machines that know our
 * address and not our name.
 */
export function refuseStrangeShape(kind: Kind, request: IncomingMessage, publicOrigin: string) {
  const { url = "", headers, rawHeaders } = request;
  const [path = ""] = url.split("?", 1);
  if (!ownTarget.test(url) || dotSegment.test(path)) throw new DomainError("request.invalid");
  if (kind !== "health" && hostsOf(rawHeaders) !== new URL(publicOrigin).host) throw new DomainError("request.invalid");
  // Unpacking is work that a few bytes could make endless; and only pages have forms with parts.
  if (headers["content-encoding"] !== undefined) throw new DomainError("request.invalid");
  if (kind !== "page" && /^\s*multipart\//i.test(headers["content-type"] ?? ""))
    throw new DomainError("request.invalid");

  const isTooMuch =
    rawHeaders.length / 2 > limits.headers ||
    (headers.cookie?.length ?? 0) > limits.cookieBytes ||
    url.length - path.length > limits.queryBytes;
  if (isTooMuch) throw new DomainError("request.too-large");
}

/** Of several, Node would take the first and a proxy perhaps the last. */
const hostsOf = (rawHeaders: readonly string[]) =>
  rawHeaders
    .filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === "host")
    .join(", ")
    .toLowerCase();

/** Headers by which a stranger could tell a page another address, another path or another method than the real ones. */
const claims =
  /^(?:forwarded|x-forwarded-(?:host|port|proto|prefix|server)|x-original-.*|x-rewrite-.*|x-http-method.*|x-method-override|x-middleware-.*|x-invoke-.*)$/;

/** Our address comes from the settings. Next believes the headers, so they say what is true. */
export function dropClaims({ headers }: IncomingMessage, publicOrigin: string) {
  for (const name of Object.keys(headers)) if (claims.test(name)) delete headers[name];
  headers["x-forwarded-proto"] = new URL(publicOrigin).protocol.slice(0, -1);
}
