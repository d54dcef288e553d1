import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { DomainError } from "@dvd/domain/errors";
import type { LocalText } from "@dvd/domain/service/service";
import type { Deps } from "../context.ts";
import { describeDirectory } from "../directory/describe-directory.ts";
import type { HttpHandler } from "./respond.ts";

const path = /^\/api\/directory\/(de|en|simple)\.json$/;
const compress = promisify(gzip);
/** How long a change of the catalogue or of a rule may take to reach a device; the server always routes by the newest. */
const freshSeconds = 300;
const builtAgainAfterMs = 60_000;

type Built = { at: number; file: Promise<{ body: Buffer; etag: string }> };

/**
 * `GET /api/directory/de.json`: the file that devices search in. The same for everybody and nothing in it is secret, so
 * any cache may keep it; who asks for it says nothing about what they look for. Made once a minute at most.
 */
export function directoryFile(): HttpHandler {
  const built = new Map<string, Built>();

  const fileFor = (ctx: Deps, version: keyof LocalText) => {
    const known = built.get(version);
    const now = ctx.now().getTime();
    if (known && now - known.at < builtAgainAfterMs) return known.file;
    const file = build(ctx, version);
    built.set(version, { at: now, file });
    // A failure is answered to whoever asked, and the next one tries again.
    file.catch(() => built.delete(version));
    return file;
  };

  return async (ctx, request, response) => {
    const [, version] = path.exec((request.url ?? "").split("?", 1)[0] ?? "") ?? [];
    if (!isVersion(version)) throw new DomainError("request.unknown-path");
    const { body, etag } = await fileFor(ctx, version);
    response.setHeader("cache-control", `public, max-age=${freshSeconds}`);
    response.setHeader("etag", etag);
    response.setHeader("vary", "accept-encoding");
    if (request.headers["if-none-match"] === etag) {
      response.writeHead(304).end();
      return;
    }
    const acceptsGzip = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    const sent = acceptsGzip ? await compress(body) : body;
    response.writeHead(200, {
      "content-type": "application/json; charset=utf-8",
      "content-length": sent.length,
      ...(acceptsGzip && { "content-encoding": "gzip" }),
    });
    response.end(sent);
  };
}

async function build(ctx: Deps, version: keyof LocalText) {
  const body = Buffer.from(JSON.stringify(await describeDirectory(ctx, version)));
  return { body, etag: `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"` };
}

const isVersion = (text: string | undefined): text is keyof LocalText =>
  text === "de" || text === "en" || text === "simple";
