import type { CustomFetch } from "openid-client";
import { ProviderDown } from "./login-refused.ts";

export type SendRequest = (url: string, options: RequestInit) => Promise<Response>;

const failuresToOpen = 3;
const openMs = 15_000;
/** Metadata, keys and tokens are some thousand bytes; a list of many keys is some ten thousand. */
const longestAnswer = 262_144;

/**
 * `fetch` for one identity provider, with a circuit breaker. A provider that is down would otherwise hold every login for
 * the whole timeout, and be hammered the moment it comes back. After three failures in a row nothing is sent for fifteen
 * seconds; then one request goes ahead and decides for all. An answer counts once it is here whole: one that begins and
 * then falls silent, or does not end, is none.
 */
export function guardedFetch(send: SendRequest, now: () => number, timeoutMs = 5_000): CustomFetch {
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
    let answer: Response;
    try {
      const response = await send(url, {
        ...options,
        // Forms are all that is ever sent to a provider.
        body: options.body instanceof URLSearchParams ? options.body : null,
        redirect: "manual",
        signal: AbortSignal.timeout(timeoutMs),
      });
      answer = new Response(await wholeBody(response), response);
    } catch (error) {
      throw fail(error);
    }
    if (answer.status >= 500) throw fail(answer.status);
    failures = 0;
    closedUntil = 0;
    return answer;
  };
}

/** Null where a body may not be. The signal of the request ends the reading as well. */
async function wholeBody({ body }: Response): Promise<Blob | null> {
  if (!body) return null;
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > longestAnswer) throw new Error("the answer does not end");
    chunks.push(chunk);
  }
  return new Blob(chunks);
}
