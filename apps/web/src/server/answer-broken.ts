import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { headersFor } from "./response-headers.ts";

const statusOf: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/**
 * What is no request never reaches a handler: a broken line, too many headers, headers that do not come to an end. Node
 * would answer it by itself, without any of our headers. Nothing of it is repeated, and the connection is over: where
 * the next request would begin is anybody's guess.
 */
export function answerBroken(error: Error, socket: Duplex, publicOrigin: string) {
  const code = "code" in error ? String(error.code) : "";
  if (code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = statusOf[code] ?? 400;
  const headers = { ...headersFor(publicOrigin), "content-length": "0", connection: "close" };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n`);
}
