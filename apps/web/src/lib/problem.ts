import { CryptoError, type CryptoErrorCode } from "@dvd/crypto";
import { DomainError, type DomainErrorCode, isDomainErrorCode } from "@dvd/domain/errors";
import { TRPCClientError } from "@trpc/client";

/** Whatever went wrong, as far as a person can be helped with it. Never holds what somebody typed or decrypted. */
export type Problem =
  | { kind: "refused"; code: DomainErrorCode; number: string | null; retryAfterSeconds?: number }
  | { kind: "keys"; code: CryptoErrorCode; group: number | null }
  | { kind: "unreachable" };

export function problemOf(error: unknown, isOnline = navigator.onLine): Problem {
  if (error instanceof CryptoError) return { kind: "keys", code: error.code, group: error.group ?? null };
  const refusal = error instanceof TRPCClientError ? refusalOf(error) : null;
  if (refusal) return refusal;
  // No answer of ours: no connection, or something on the way answered instead of us.
  if (error instanceof TRPCClientError) return { kind: "unreachable" };
  const { code, details }: Pick<DomainError, "code" | "details"> =
    error instanceof DomainError ? error : { code: "internal", details: {} };
  const { retryAfterSeconds } = details;
  // The worker has only codes to tell what happened to it, and none of them for a lost connection.
  if (code === "internal" && !isOnline) return { kind: "unreachable" };
  return {
    kind: "refused",
    code,
    number: null,
    ...(typeof retryAfterSeconds === "number" && { retryAfterSeconds }),
  };
}

/** The same members stand in two places: in tRPC's own answers, and in the problem that was told before tRPC saw the request. */
function refusalOf(error: TRPCClientError<never>): Problem | null {
  const early: unknown = error.meta?.responseJSON;
  for (const envelope of [error.data as unknown, early]) {
    if (typeof envelope !== "object" || envelope === null || !("code" in envelope)) continue;
    if (!isDomainErrorCode(envelope.code)) continue;
    const id = "correlationId" in envelope && typeof envelope.correlationId === "string" ? envelope.correlationId : "";
    const retryAfterSeconds = "retryAfterSeconds" in envelope ? envelope.retryAfterSeconds : null;
    return {
      kind: "refused",
      code: envelope.code,
      number: id === "" ? null : shortNumber(id),
      ...(typeof retryAfterSeconds === "number" && { retryAfterSeconds }),
    };
  }
  return null;
}

/** The end of the id is random and enough to find the entry; the whole of it nobody would read out on the phone. */
const shortNumber = (correlationId: string) => correlationId.slice(-8).toUpperCase();

/** `changed`: another key than the one remembered. `unproven`: what the authority signed is out of date or does not fit. */
const keyTroubles: Partial<Record<CryptoErrorCode, "changed" | "unproven">> = {
  E_ROOT_CHANGED: "changed",
  E_EPOCH_OLD: "changed",
  E_HEAD_OLD: "changed",
  E_LOG_FORK: "changed",
  E_LOG_CONSISTENCY: "changed",
  E_LOG_ORIGIN: "changed",
  E_LOG_FORMAT: "unproven",
  E_LOG_SIG: "unproven",
  E_LOG_WITNESS: "unproven",
  E_LOG_POLICY: "unproven",
  E_LOG_INCLUSION: "unproven",
  E_LOG_OLD: "unproven",
  E_HEAD_MISMATCH: "unproven",
  E_STATEMENT: "unproven",
  E_STATEMENT_SIG: "unproven",
  E_STATEMENT_EXPIRED: "unproven",
  E_STATEMENT_SEQ: "unproven",
  E_STATEMENT_CONTEXT: "unproven",
};

export const keyTroubleOf = (problem: Problem | null) =>
  problem?.kind === "keys" ? (keyTroubles[problem.code] ?? null) : null;

/** The authority's key is not proven to be the right one. Nothing may be sent then, and nobody may click it away. */
export const isKeyTrouble = (problem: Problem | null) => keyTroubleOf(problem) !== null;
