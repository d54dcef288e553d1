import type { ServerResponse } from "node:http";
import { strictTransport } from "../lib/security-headers.ts";

const apiPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
/** next-auth has a page of its own there, with a form; it must work if somebody finds it. */
const authPolicy = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** On what we answer ourselves and on what next-auth answers; the other pages get theirs from `proxy.ts`. */
export function setFixedHeaders(response: ServerResponse, kind: "api" | "auth", publicOrigin: string) {
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("cross-origin-resource-policy", "same-origin");
  response.setHeader("content-security-policy", kind === "auth" ? authPolicy : apiPolicy);
  response.setHeader("referrer-policy", "no-referrer");
  response.setHeader("cache-control", "no-store");
  if (publicOrigin.startsWith("https:")) response.setHeader("strict-transport-security", strictTransport);
}
