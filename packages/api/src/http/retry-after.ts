import { retryAfterOf } from "../errors.ts";

/** For the answer to several calls at once: when the last of those that were refused is worth another try. */
export function retryAfterHeader(errors: readonly unknown[]): Record<string, string> {
  const seconds = errors.map(retryAfterOf).filter((value) => value !== undefined);
  return seconds.length === 0 ? {} : { "retry-after": String(Math.max(...seconds)) };
}
