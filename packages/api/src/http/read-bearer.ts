import type { IncomingMessage } from "node:http";
import { DomainError } from "@dvd/domain/errors";

/**
 * What a machine shows instead of a cookie; null when it shows none. Never both: a browser adds its cookie to whatever a page
 * makes it send, and nobody could say by whose right such a call was answered.
 */
export function bearerOf({ headers }: Pick<IncomingMessage, "headers">): string | null {
  const [, token] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? "") ?? [];
  if (token === undefined) return null;
  if (headers.cookie !== undefined) throw new DomainError("request.invalid");
  return token;
}
