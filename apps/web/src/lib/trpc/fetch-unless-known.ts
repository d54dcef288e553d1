/** Answers of one page, in its memory and nowhere else: sealed content must not lie in the browser's cache on disk. */
const mostAnswers = 40;

/** tRPC names a signal also when there is none. */
type Options = Omit<RequestInit, "signal"> & { signal?: AbortSignal | null | undefined };

/**
 * Reads again what was read before only when it has changed: names the tag of the last answer, and takes that answer
 * when the server says that it still holds.
 */
export function fetchUnlessKnown(get: typeof fetch = fetch) {
  const known = new Map<string, { tag: string; body: string }>();

  const remember = (address: string, tag: string, body: string) => {
    known.delete(address);
    known.set(address, { tag, body });
    const [oldest] = known.keys();
    if (known.size > mostAnswers && oldest !== undefined) known.delete(oldest);
  };

  return async (input: RequestInfo | URL | string, { signal, ...init }: Options = {}): Promise<Response> => {
    const address = input instanceof Request ? input.url : input.toString();
    const last = known.get(address);
    const headers = new Headers(init.headers);
    if (last) headers.set("if-none-match", last.tag);
    const response = await get(input, { ...init, headers, signal: signal ?? null });
    if (response.status === 304 && last) {
      remember(address, last.tag, last.body);
      return new Response(last.body, { headers: { "content-type": "application/json" } });
    }
    const tag = response.headers.get("etag");
    if (response.status === 200 && tag !== null) remember(address, tag, await response.clone().text());
    return response;
  };
}
