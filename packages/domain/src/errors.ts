/**
 * Everything that can be refused, as a closed list: one map turns a code into a status (`packages/api/src/errors.ts`),
 * one dictionary per language into a sentence (`apps/web/src/i18n`). Another authority's record and a record that does
 * not exist share one code on purpose.
 */
export const domainErrorCodes = [
  "request.invalid",
  "request.too-large",
  "request.foreign-origin",
  "request.unknown-path",
  "request.too-many",
  "request.in-flight",
  "request.key-reused",
  "proof.missing",
  "proof.invalid",
  "proof.other-purpose",
  "proof.expired",
  "proof.used",
  "service.unavailable",
  "auth.required",
  "auth.wrong-role",
  "auth.assurance-too-low",
  "auth.login-too-old",
  "auth.token-refused",
  "account.exists",
  "account.missing",
  "account.renewal-open",
  "account.too-many-renewals",
  "account.nothing-to-object",
  "account.objection-invalid",
  "account.not-signed",
  "account.keys-unproven",
  "vault.conflict",
  "ways-back.last",
  "ways-back.too-many",
  "ways-back.not-found",
  "device-link.gone",
  "service.not-found",
  "authority.not-found",
  "form.not-found",
  "form.invalid",
  "routing.no-office",
  "routing.unknown-place",
  "routing.place-needed",
  "keys.not-the-receiver",
  "keys.grant-missing",
  "keys.grant-invalid",
  "keys.not-published",
  "case.not-found",
  "case.exists",
  "case.under-way",
  "case.settled-elsewhere",
  "case.conflict",
  "case.already-claimed",
  "case.wrong-state",
  "case.not-assigned",
  "case.citizen-left",
  "case.recused",
  "case.last-reader",
  "case.due-date",
  "case.nothing-to-submit",
  "case.too-many-drafts",
  "unit.not-found",
  "member.not-found",
  "member.oneself",
  "member.last-holder",
  "member.post-taken",
  "member.no-keys",
  "member.not-signed",
  "member.not-believed",
  "deputy.days",
  "deputy.cannot-read",
  "deputy.overlap",
  "deputy.not-found",
  "unit-key.not-held",
  "unit-key.changed",
  "unit-key.proposed",
  "unit-key.not-proposed",
  "invitation.not-open",
  "collector.not-open",
  "collector.too-many",
  "copy.not-open",
  "copy.attestation-invalid",
  "draft.not-found",
  "draft.conflict",
  "draft.open-elsewhere",
  "draft.too-many",
  "document.not-found",
  "document.exists",
  "document.not-stored",
  "container.malformed",
  "container.suite-unknown",
  "container.wrong-case",
  "container.wrong-sender",
  "container.wrong-sequence",
  "container.frame-broken",
  "container.wrong-size",
  "container.seal-invalid",
  "upload.already-finished",
  "upload.incomplete",
  "upload.part-unknown",
  "upload.quota-exceeded",
  "upload.submission-too-large",
  "upload.too-large",
  "upload.too-many",
  "upload.too-slow",
  "message.too-large",
  "live.too-many",
  "internal",
] as const;

export type DomainErrorCode = (typeof domainErrorCodes)[number];

/** Ids and numbers that help whoever reads the log; never content. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

export class DomainError extends Error {
  readonly code: DomainErrorCode;
  readonly details: ErrorDetails;

  constructor(code: DomainErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = "DomainError";
    this.code = code;
    this.details = details;
  }
}

export const isDomainErrorCode = (value: unknown): value is DomainErrorCode =>
  domainErrorCodes.some((code) => code === value);
