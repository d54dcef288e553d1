/** Cookies of the login and of the session. `__Host-` binds them to this origin and to TLS; plain http is local only. */
export const isSecure = (publicUrl: string) => publicUrl.startsWith("https:");
const nameOf = (publicUrl: string, name: string) => (isSecure(publicUrl) ? `__Host-${name}` : name);

export const cookieNames = (publicUrl: string) => ({
  session: nameOf(publicUrl, "dvd-session"),
  attempt: nameOf(publicUrl, "dvd-login"),
  state: nameOf(publicUrl, "dvd-login-state"),
  nonce: nameOf(publicUrl, "dvd-login-nonce"),
  verifier: nameOf(publicUrl, "dvd-login-verifier"),
  target: nameOf(publicUrl, "dvd-login-target"),
  csrf: nameOf(publicUrl, "dvd-login-csrf"),
});

/** How long somebody may take at the identity provider. */
export const attemptSeconds = 15 * 60;

export function readCookies(header: string | undefined): Record<string, string> {
  const pairs = (header ?? "").split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at), decoded(pair.slice(at + 1))] as const;
  });
  return Object.fromEntries(pairs.filter(([name]) => name !== ""));
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // Nothing that we ever set.
    return "";
  }
}
