import { errorTexts, firstSentence, languageOf } from "@dvd/domain/error-texts/error-texts";
import { type ErrorEnvelope, statusOf } from "./errors.ts";

/** RFC 9457, with our members beside its own. Clients read `code`; the sentences are for whoever reads their log. */
export type Problem = ErrorEnvelope & { type: string; title: string; status: number; detail: string };

/** A refusal as every answer outside of tRPC tells it, in the language that was asked for. */
export function problemOf(envelope: ErrorEnvelope, acceptLanguage: string | null | undefined) {
  const { code, retryAfterSeconds } = envelope;
  const language = languageOf(acceptLanguage);
  const detail = errorTexts[language][code];
  const status = statusOf[code].http;
  const problem: Problem = { type: `/fehler/${code}`, title: firstSentence(detail), status, detail, ...envelope };
  const headers = {
    "content-type": "application/problem+json",
    "content-language": language,
    "cache-control": "no-store",
    // By which a program learns that it is its credential; a browser asks nobody for one of this kind.
    ...(code === "auth.token-refused" && { "www-authenticate": 'Bearer error="invalid_token"' }),
    ...(retryAfterSeconds !== undefined && { "retry-after": String(retryAfterSeconds) }),
  };
  return { status, headers, text: JSON.stringify(problem) };
}
