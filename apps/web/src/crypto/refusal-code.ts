import { isDomainErrorCode } from "@dvd/domain/errors";

/** The code of a problem (RFC 9457), as everything but tRPC answers; `internal` when it has none. */
export function refusalCode(body: unknown) {
  const code: unknown = typeof body === "object" && body !== null && "code" in body ? body.code : null;
  return isDomainErrorCode(code) ? code : "internal";
}
