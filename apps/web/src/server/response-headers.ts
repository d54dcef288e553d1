import type { ServerResponse } from "node:http";
import { strictTransport } from "../lib/security-headers.ts";

const apiPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** On what we answer ourselves; the pages get theirs from `proxy.ts`. */
export function setFixedHeaders(response: ServerResponse, publicOrigin: string) {
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("cross-origin-resource-policy", "same-origin");
  response.setHeader("content-security-policy", apiPolicy);
  response.setHeader("referrer-policy", "no-referrer");
  response.setHeader("cache-control", "no-store");
  if (publicOrigin.startsWith("https:")) response.setHeader("strict-transport-security", strictTransport);
}
