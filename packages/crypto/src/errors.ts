/** One code per cause; `docs/container-format.md`, `docs/keys.md` and `docs/key-log.md` say when each of them is thrown. */
export const cryptoErrorCodes = [
  "E_MAGIC",
  "E_SUITE",
  "E_TYPE",
  "E_RESERVED",
  "E_LIMIT",
  "E_LENGTH",
  "E_FRAMING",
  "E_HEADER_TAG",
  "E_SEGMENT",
  "E_META",
  "E_PADDING",
  "E_SEAL_DIGEST",
  "E_SEAL_SIG",
  "E_SENDER",
  "E_SEQ",
  "E_PREV",
  "E_KEYGEN",
  "E_CONTEXT",
  "E_SOURCE",
  "E_STATE",
  "E_ENCODING",
  "E_ENV_LENGTH",
  "E_ENV_GRANT",
  "E_ENV_OPEN",
  "E_KEY",
  "E_VAULT",
  "E_VAULT_OLD",
  "E_DRAFT",
  "E_SLOT",
  "E_SLOT_WEAK",
  "E_WORDS",
  "E_LINK",
  "E_RECOVERY_FORMAT",
  "E_RECOVERY_CHECKSUM",
  "E_STATEMENT",
  "E_STATEMENT_SIG",
  "E_STATEMENT_EXPIRED",
  "E_STATEMENT_SEQ",
  "E_STATEMENT_CONTEXT",
  "E_ROOT_CHANGED",
  "E_EPOCH_OLD",
  "E_HEAD_MISMATCH",
  "E_HEAD_OLD",
  "E_RECEIPT",
  "E_RECEIPT_SIG",
  "E_RECEIPT_CONTEXT",
  "E_LOG_POLICY",
  "E_LOG_FORMAT",
  "E_LOG_ORIGIN",
  "E_LOG_SIG",
  "E_LOG_WITNESS",
  "E_LOG_OLD",
  "E_LOG_FORK",
  "E_LOG_CONSISTENCY",
  "E_LOG_INCLUSION",
  "E_ATTESTATION",
  "E_ATTESTATION_SIG",
  "E_ATTESTATION_CONTEXT",
  "E_MANDATE",
  "E_MANDATE_SIG",
  "E_MANDATE_CONTEXT",
  "E_OBJECTION",
  "E_OBJECTION_SIG",
  "E_OBJECTION_CONTEXT",
  "E_CHANGE",
  "E_CHANGE_SIG",
  "E_CHANGE_CONTEXT",
] as const;

export type CryptoErrorCode = (typeof cryptoErrorCodes)[number];

type Place = { segment?: number; group?: number; cause?: unknown };

/** Carries no secret and no content: the code, and at most the number of the segment or recovery group at fault. */
export class CryptoError extends Error {
  readonly code: CryptoErrorCode;
  readonly segment: number | undefined;
  readonly group: number | undefined;

  constructor(code: CryptoErrorCode, place: Place = {}) {
    super(code, place.cause === undefined ? undefined : { cause: place.cause });
    this.name = "CryptoError";
    this.code = code;
    this.segment = place.segment;
    this.group = place.group;
  }
}

export function refuseUnless(condition: boolean, code: CryptoErrorCode, place?: Place): asserts condition {
  if (!condition) throw new CryptoError(code, place);
}
