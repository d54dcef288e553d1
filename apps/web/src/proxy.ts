import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "./lib/security-headers.ts";

export function proxy(request: NextRequest) {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = contentSecurityPolicy(nonce, globalThis.isDevelopmentServer);

  // Next reads the nonce for its own scripts from the policy on the request.
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  // `/api` must stay out: whatever passes here has its body buffered and silently cut at 10 MB.
  matcher: ["/((?!api/|_next/static/|icon\\.svg$).*)"],
};
