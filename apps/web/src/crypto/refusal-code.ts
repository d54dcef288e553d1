import { isDomainErrorCode } from "@dvd/domain/errors";

/** The code in an answer that is not tRPC's; `internal` when it has none. */
export function refusalCode(body: unknown) {
  const error: unknown = typeof body === "object" && body !== null && "error" in body ? body.error : null;
  const code: unknown = typeof error === "object" && error !== null && "code" in error ? error.code : null;
  return isDomainErrorCode(code) ? code : "internal";
}
