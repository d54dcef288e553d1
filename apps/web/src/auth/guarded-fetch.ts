import type { CustomFetch } from "openid-client";
import { ProviderDown } from "./login-refused.ts";

export type SendRequest = (url: string, options: RequestInit) => Promise<Response>;

const timeoutMs = 5_000;
const failuresToOpen = 3;
const openMs = 15_000;

/**
 * `fetch` for one identity provider, with a circuit breaker. A provider that is down would otherwise hold every login for
 * the whole timeout, and be hammered the moment it comes back. After three failures in a row nothing is sent for fifteen
 * seconds; then one request goes ahead and decides for all.
 */
export function guardedFetch(send: SendRequest, now: () => number): CustomFetch {
  let failures = 0;
  let closedUntil = 0;

  const fail = (cause: unknown) => {
    failures += 1;
    if (failures >= failuresToOpen) closedUntil = now() + openMs;
    return new ProviderDown("the identity provider does not answer", { cause });
  };

  return async (url, options) => {
    if (now() < closedUntil) throw new ProviderDown("the identity provider did not answer a moment ago");
    // Whoever comes while this one is under way is turned away, as long as the last word was a failure.
    if (failures >= failuresToOpen) closedUntil = now() + timeoutMs;
    let response: Response;
    try {
      response = await send(url, {
        ...options,
        // Forms are all that is ever sent to a provider.
        body: options.body instanceof URLSearchParams ? options.body : null,
        redirect: "manual",
        signal: AbortSignal.timeout(timeoutMs),
      });
    } catch (error) {
      throw fail(error);
    }
    if (response.status >= 500) throw fail(response.status);
    failures = 0;
    closedUntil = 0;
    return response;
  };
}
