/** What a request is, before anything of it is read: it decides about limits, headers, and whose cookie counts. */
export type Kind = "health" | "page" | "auth" | "upload" | "live" | "open" | "json";

/**
 * Everything that is answered by our own server; all else is a page. With a slash at the end, everything below it. The
 * snapshot of headers (tests/e2e/headers.txt) asks for each of them.
 */
export const ownRoutes = {
  "/health": "health",
  "/healthz/": "health",
  "/.well-known/security.txt": "open",
  "/api/auth/": "auth",
  "/api/uploads/": "upload",
  "/api/live": "live",
  "/api/viewer": "open",
  "/api/directory/": "open",
  "/api/v1/": "open",
  "/api/trpc/": "json",
  "/api/documents/": "json",
  "/api/audit/": "json",
} as const satisfies Record<string, Kind>;

const routes = Object.entries(ownRoutes);

/** An unknown path below `/api` is ours as well, and refused. */
export function kindOf(path: string): Kind {
  const own = routes.find(([route]) => (route.endsWith("/") ? path.startsWith(route) : path === route));
  return own?.[1] ?? (path.startsWith("/api/") ? "json" : "page");
}
