/** Nothing of a browser is needed but what is left out here: passkeys, the clipboard, full screen, a screen that stays on. */
const unused =
  "accelerometer autoplay browsing-topics camera display-capture encrypted-media geolocation gyroscope hid idle-detection local-fonts magnetometer microphone midi payment serial usb xr-spatial-tracking";

/** On every answer, of pages and of everything else alike. */
export const fixedHeaders = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
  "permissions-policy": unused.replaceAll(/\S+/g, "$&=()").replaceAll(" ", ", "),
} as const;

/** Two years, as browsers ask of hosts on the preload list. Only meaningful over https. */
export const strictTransport = "max-age=63072000; includeSubDomains";

/**
 * What a page may load. The nonce is new for each response, so markup smuggled into a page runs no script; and
 * because the content behind it is sealed, a script that slipped in would still have nowhere to send it.
 * The development server compiles with `eval`, injects style tags and reloads over a socket; hence its exceptions.
 */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  const directives = {
    "default-src": ["'none'"],
    "script-src": ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", ...(development ? ["'unsafe-eval'"] : [])],
    "style-src": development ? ["'self'", "'unsafe-inline'"] : ["'self'", `'nonce-${nonce}'`],
    "img-src": ["'self'", "blob:", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...(development ? ["ws:"] : [])],
    "worker-src": ["'self'", "blob:"],
    // The viewer of foreign files and nothing else: a `blob:` of such a file would be a page of ours.
    "frame-src": ["'self'"],
    "manifest-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
    "object-src": ["'none'"],
    // Strings become code only through the one policy of `instrumentation-client.ts`.
    ...(development ? {} : { "trusted-types": ["default"], "require-trusted-types-for": ["'script'"] }),
  };
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(" ")}`)
    .join("; ");
}
