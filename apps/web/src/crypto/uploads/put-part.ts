import type { Bytes } from "@dvd/crypto";
import { DomainError } from "@dvd/domain/errors";
import { refusalCode } from "../refusal-code.ts";
import { retryAfterOf } from "../retry-after.ts";

/**
 * Sends one part, once. Throws `service.unavailable` when it may help to try again: no connection, or a server that is
 * just restarting; `request.too-many` with the time to wait. Anything else is the server's refusal. Not `fetch`, which cannot tell how far it is.
 */
export function putPart(
  { documentId, part, body }: { documentId: string; part: number; body: Bytes },
  signal: AbortSignal,
  onProgress?: (sentBytes: number) => void,
) {
  return new Promise<void>((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    const settle = (error?: Error) => {
      signal.removeEventListener("abort", stop);
      if (error) reject(error);
      else resolve();
    };
    request.upload.onprogress = ({ loaded }) => onProgress?.(loaded);
    request.onload = () => settle(refusalOf(request));
    request.onerror = () => settle(new DomainError("service.unavailable"));
    request.onabort = () => settle(new DomainError("service.unavailable"));
    request.responseType = "json";
    request.open("PUT", `${location.origin}/api/uploads/${documentId}/parts/${part}`);
    if (signal.aborted) {
      settle(new DomainError("service.unavailable"));
      return;
    }
    signal.addEventListener("abort", stop);
    request.send(body);
  });
}

function refusalOf(request: XMLHttpRequest) {
  const { status, response } = request;
  if (status >= 200 && status < 300) return undefined;
  const retryAfterSeconds = retryAfterOf(request.getResponseHeader("retry-after"));
  if (status === 429) return new DomainError("request.too-many", { retryAfterSeconds });
  return new DomainError(status >= 500 ? "service.unavailable" : refusalCode(response));
}
