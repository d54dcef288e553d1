/**
 * The only addresses that may become code: built files of this server, and workers made from a blob. Returns null for
 * everything else; the browser then refuses. The bundler adds script elements by address when a page needs more of them.
 */
export function trustedScriptUrl(input: string, sink: string, origin: string): string | null {
  const url = URL.parse(input, origin);
  if (!url) return null;
  // A blob carries the origin of the page that made it.
  if (url.protocol === "blob:") return sink === "Worker constructor" && url.origin === origin ? input : null;
  return url.origin === origin && url.pathname.startsWith("/_next/static/") ? input : null;
}
