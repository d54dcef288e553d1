import type { IncomingMessage } from "node:http";
import { DomainError } from "@dvd/domain/errors";

/** What one body may be in all; `ms` bounds senders who never fall silent and never come to an end either. */
export type BodyLimit = { bytes: number; ms: number };

/** The length must be said in advance, so that nothing is read of a body that is too long. */
export function refuseLargeBody({ method, headers }: IncomingMessage, { bytes }: BodyLimit) {
  const isReading = method === "GET" || method === "HEAD";
  const length = headers["content-length"] ?? (isReading && !headers["transfer-encoding"] ? "0" : "");
  if (!/^\d{1,15}$/.test(length) || headers["transfer-encoding"]) throw new DomainError("request.invalid");
  if (Number(length) > (isReading ? 0 : bytes)) throw new DomainError("request.too-large");
}

/** Cuts the connection of a body that is not complete in time, whatever has been answered by then. */
export function limitTime(request: IncomingMessage, ms: number) {
  const deadline = setTimeout(() => request.complete || request.destroy(), ms);
  request.once("close", () => clearTimeout(deadline));
}
