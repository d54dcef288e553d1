import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { HttpHandler } from "@dvd/api/http/respond";
import { viewerProgram } from "../viewer/generated/viewer-program.ts";

const style = "html,body{margin:0;overflow:hidden;background:#fff}canvas{display:block}";
const page = `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>PDF</title><style>${style}</style></head><body><script>${viewerProgram}</script></body></html>`;
const packed = gzipSync(page);

const hash = (text: string) => createHash("sha256").update(text).digest("base64");

/**
 * The viewer runs this one program and nothing else, in an origin that is not ours, and reaches no address at all. The
 * header says so as well as the frame, because somebody could open the address itself.
 */
const policy = [
  "default-src 'none'",
  `script-src 'sha256-${hash(viewerProgram)}'`,
  `style-src 'sha256-${hash(style)}'`,
  "worker-src blob:",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  "sandbox allow-scripts",
].join("; ");

const headers = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": policy,
  "x-frame-options": "SAMEORIGIN",
  // Asked for anew each time, so that page and viewer are always of the same build; unchanged, nothing is sent.
  "cache-control": "no-cache",
  etag: `"${hash(page)}"`,
  vary: "accept-encoding",
};

/** Public: it knows nothing of any case until a page hands it bytes. */
export const sendViewer: HttpHandler = async (_, request, response) => {
  if (request.headers["if-none-match"] === headers.etag) {
    response.writeHead(304, headers).end();
    return;
  }
  const isPacked = /\bgzip\b/.test(String(request.headers["accept-encoding"]));
  const body = isPacked ? packed : Buffer.from(page);
  response.writeHead(200, {
    ...headers,
    ...(isPacked && { "content-encoding": "gzip" }),
    "content-length": body.byteLength,
  });
  response.end(request.method === "HEAD" ? undefined : body);
};
