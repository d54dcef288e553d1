import type { CryptoError, CryptoErrorCode } from "@dvd/crypto";
import { DomainError, type DomainErrorCode } from "@dvd/domain/errors";

const refusals: Partial<Record<CryptoErrorCode, DomainErrorCode>> = {
  E_SUITE: "container.suite-unknown",
  E_FRAMING: "container.frame-broken",
  E_LENGTH: "container.wrong-size",
  E_LIMIT: "container.wrong-size",
  E_SEAL_DIGEST: "container.seal-invalid",
  E_SEAL_SIG: "container.seal-invalid",
  E_SENDER: "container.wrong-sender",
};

/** What the format refuses, in the words of the product. */
export const refusalOf = (error: CryptoError) =>
  new DomainError(refusals[error.code] ?? "container.malformed", {}, { cause: error });
