import { DomainError, type DomainErrorCode, isDomainErrorCode } from "@dvd/domain/errors";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server";
import { TRPCError } from "@trpc/server";
import { BlobStoreAway } from "./adapters/blob/blob-store.ts";

type Status = { trpc: TRPC_ERROR_CODE_KEY; http: number };

const invalid: Status = { trpc: "BAD_REQUEST", http: 400 };
const forbidden: Status = { trpc: "FORBIDDEN", http: 403 };
const missing: Status = { trpc: "NOT_FOUND", http: 404 };
const conflict: Status = { trpc: "CONFLICT", http: 409 };
const tooLarge: Status = { trpc: "PAYLOAD_TOO_LARGE", http: 413 };
const unprocessable: Status = { trpc: "UNPROCESSABLE_CONTENT", http: 422 };
const tooMany: Status = { trpc: "TOO_MANY_REQUESTS", http: 429 };

const unavailable = { trpc: "SERVICE_UNAVAILABLE", http: 503 } as const;

/** The one map from a code of the domain to a status of the transport. */
export const statusOf = {
  "request.invalid": invalid,
  "request.too-large": tooLarge,
  "request.foreign-origin": forbidden,
  "request.unknown-path": missing,
  "request.too-many": tooMany,
  "request.in-flight": conflict,
  "request.key-reused": unprocessable,
  "proof.missing": unprocessable,
  "proof.invalid": unprocessable,
  "proof.other-purpose": unprocessable,
  "proof.expired": unprocessable,
  "proof.used": conflict,
  "service.unavailable": unavailable,
  "auth.required": { trpc: "UNAUTHORIZED", http: 401 },
  "auth.wrong-role": forbidden,
  "auth.assurance-too-low": forbidden,
  "auth.login-too-old": forbidden,
  "auth.token-refused": { trpc: "UNAUTHORIZED", http: 401 },
  "account.exists": conflict,
  "account.missing": conflict,
  "account.renewal-open": conflict,
  "account.too-many-renewals": conflict,
  "account.nothing-to-object": conflict,
  "account.objection-invalid": unprocessable,
  "account.keys-unproven": conflict,
  "account.not-signed": forbidden,
  "vault.conflict": conflict,
  "ways-back.last": conflict,
  "ways-back.too-many": conflict,
  "ways-back.not-found": missing,
  "device-link.gone": conflict,
  "service.not-found": missing,
  "authority.not-found": missing,
  "form.not-found": missing,
  "form.invalid": unprocessable,
  "routing.no-office": unprocessable,
  "routing.unknown-place": unprocessable,
  "routing.place-needed": unprocessable,
  "keys.not-the-receiver": unprocessable,
  "keys.grant-missing": unprocessable,
  "keys.grant-invalid": unprocessable,
  "keys.not-published": unavailable,
  "case.not-found": missing,
  "case.exists": conflict,
  "case.under-way": conflict,
  "case.settled-elsewhere": conflict,
  "case.conflict": conflict,
  "case.already-claimed": conflict,
  "case.wrong-state": conflict,
  "case.not-assigned": forbidden,
  "case.citizen-left": conflict,
  "case.recused": forbidden,
  "case.last-reader": conflict,
  "case.due-date": unprocessable,
  "case.nothing-to-submit": unprocessable,
  "case.too-many-drafts": unprocessable,
  "unit.not-found": missing,
  "unit.name-taken": conflict,
  "unit.closed": conflict,
  "unit.not-closed": conflict,
  "unit.in-use": conflict,
  "unit.no-key": unavailable,
  "member.not-found": missing,
  "member.oneself": forbidden,
  "member.last-holder": conflict,
  "member.post-taken": conflict,
  "member.no-keys": conflict,
  "member.not-signed": conflict,
  "member.not-believed": conflict,
  "deputy.days": unprocessable,
  "deputy.cannot-read": conflict,
  "deputy.overlap": conflict,
  "deputy.not-found": missing,
  "unit-key.not-held": conflict,
  "unit-key.changed": conflict,
  "unit-key.proposed": conflict,
  "unit-key.not-proposed": conflict,
  "invitation.not-open": conflict,
  "collector.not-open": conflict,
  "collector.too-many": conflict,
  "copy.not-open": conflict,
  "copy.attestation-invalid": unprocessable,
  "draft.not-found": missing,
  "draft.conflict": conflict,
  "draft.open-elsewhere": conflict,
  "draft.too-many": unprocessable,
  "document.not-found": missing,
  "document.exists": conflict,
  "document.not-stored": conflict,
  "container.malformed": unprocessable,
  "container.suite-unknown": unprocessable,
  "container.wrong-case": unprocessable,
  "container.wrong-sender": unprocessable,
  "container.wrong-sequence": conflict,
  "container.frame-broken": unprocessable,
  "container.wrong-size": unprocessable,
  "container.seal-invalid": unprocessable,
  "upload.already-finished": conflict,
  "upload.incomplete": conflict,
  "upload.part-unknown": unprocessable,
  "upload.quota-exceeded": unprocessable,
  "upload.submission-too-large": tooLarge,
  "upload.too-large": tooLarge,
  "upload.too-many": unprocessable,
  "upload.too-slow": { trpc: "TIMEOUT", http: 408 },
  "message.too-large": tooLarge,
  "live.too-many": tooMany,
  internal: { trpc: "INTERNAL_SERVER_ERROR", http: 500 },
} as const satisfies Record<DomainErrorCode, Status>;

const codeOfTransport: Partial<Record<TRPC_ERROR_CODE_KEY, DomainErrorCode>> = {
  BAD_REQUEST: "request.invalid",
  PARSE_ERROR: "request.invalid",
  UNSUPPORTED_MEDIA_TYPE: "request.invalid",
  METHOD_NOT_SUPPORTED: "request.unknown-path",
  NOT_FOUND: "request.unknown-path",
  PAYLOAD_TOO_LARGE: "request.too-large",
};

/**
 * What the driver says when there is no connection, and what Postgres says while it goes down or comes up, or when it gave
 * up waiting: for a lock (55P03), for a statement under load (57014), or because two waited for each other (40P01).
 */
const databaseBusy =
  /^(?:CONNECTION_(?:CLOSED|DESTROYED|ENDED)|CONNECT_TIMEOUT|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|57P0[1-3]|53300|08\w{3}|55P03|57014|40P01)$/;

function isDatabaseBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && databaseBusy.test(String(error.code))) || isDatabaseBusy(error.cause);
}

/** The code of whatever was thrown. What nobody foresaw is `internal` and tells the caller nothing else. */
export function codeOf(error: unknown): DomainErrorCode {
  if (error instanceof DomainError) return error.code;
  if (error instanceof BlobStoreAway) return "service.unavailable";
  if (isDatabaseBusy(error)) return "service.unavailable";
  if (!(error instanceof TRPCError)) return "internal";
  if (error.cause instanceof DomainError) return error.cause.code;
  if (error.cause instanceof BlobStoreAway) return "service.unavailable";
  if (isDomainErrorCode(error.message)) return error.message;
  return codeOfTransport[error.code] ?? "internal";
}

/** What goes over the wire, the same for tRPC, REST and plain routes. */
export type ErrorEnvelope = { code: DomainErrorCode; correlationId: string; at: string; retryAfterSeconds?: number };

/** While the database is away or busy: long enough not to be a storm, short enough for a restart. */
const restartSeconds = 5;

/** How long whoever was refused should wait before it is worth another try; undefined when waiting does not help. */
export function retryAfterOf(error: unknown): number | undefined {
  if (codeOf(error) === "service.unavailable") return restartSeconds;
  const refusal = error instanceof TRPCError ? error.cause : error;
  const seconds = refusal instanceof DomainError ? refusal.details.retryAfterSeconds : undefined;
  return typeof seconds === "number" ? seconds : undefined;
}

/** The refusal as it leaves, in every transport. */
export function envelopeOf(error: unknown, { correlationId, at }: { correlationId: string; at: Date }): ErrorEnvelope {
  const retryAfterSeconds = retryAfterOf(error);
  return {
    code: codeOf(error),
    correlationId,
    at: at.toISOString(),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}
