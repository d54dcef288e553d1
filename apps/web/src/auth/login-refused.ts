import type { LoginRefusal } from "@dvd/domain/session/login";
import { errors as joseErrors } from "jose";
import { ClientError, ResponseBodyError } from "openid-client";

/** The provider cannot be reached, does not answer in time, or answers with a fault of its own. */
export class ProviderDown extends Error {
  override readonly name = "ProviderDown";
}

/** A login that opens no session. `detail` is a code of a library: it helps whoever reads the log, and holds no value. */
export class LoginRefused extends Error {
  override readonly name = "LoginRefused";
  readonly reason: LoginRefusal;
  readonly detail: string | undefined;

  constructor(reason: LoginRefusal, detail?: string, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
    this.detail = detail;
  }
}

/** What the libraries throw, in our words. Anything that was checked and did not fit is one word: the answer is invalid. */
export function refusedBy(error: unknown): LoginRefused {
  if (error instanceof LoginRefused) return error;
  if (isProviderDown(error)) return new LoginRefused("provider-down", undefined, { cause: error });
  if (error instanceof ResponseBodyError) return new LoginRefused("answer-invalid", "code-refused");
  if (error instanceof ClientError)
    return new LoginRefused(isOldLogin(error) ? "not-fresh" : "answer-invalid", error.code);
  if (error instanceof joseErrors.JOSEError) return new LoginRefused("answer-invalid", error.code);
  return new LoginRefused("trouble", undefined, { cause: error });
}

/** The provider sends the person back with an error (RFC 6749, 4.1.2.1). Its words are its own: none is repeated. */
export function refusedByProvider(error: string): LoginRefused {
  if (error === "access_denied") return new LoginRefused("cancelled");
  const isDown = error === "server_error" || error === "temporarily_unavailable";
  return new LoginRefused(isDown ? "provider-down" : "answer-invalid", "error-from-provider");
}

/** The libraries wrap what their `fetch` threw. */
export const isProviderDown = (error: unknown): boolean =>
  error instanceof ProviderDown || (error instanceof Error && error.cause !== undefined && isProviderDown(error.cause));

/** The provider did not ask for credentials as it was told to, but took over an earlier login. */
function isOldLogin({ cause }: ClientError): boolean {
  const facts = cause instanceof Error ? cause.cause : undefined;
  return typeof facts === "object" && facts !== null && "claim" in facts && facts.claim === "auth_time";
}
