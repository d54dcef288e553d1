import type { HttpHandler } from "@dvd/api/http/respond";
import { DomainError } from "@dvd/domain/errors";

/** Half of what RFC 9116 allows at most. Always ahead while somebody runs the portal, and not long after. */
const validDays = 180;

/** Whom to tell of a weakness, and where people read what happens then. */
export type SecurityContact = { contact: string; page: string };
type Facts = { publicOrigin: string; security?: SecurityContact | null };

/** Whom to tell of a weakness, for programs (RFC 9116); the page that it names is for people. */
export const securityTxt =
  ({ publicOrigin, security }: Facts): HttpHandler =>
  async (ctx, { method }, response) => {
    if (!security) throw new DomainError("request.unknown-path");
    const text = [
      `Contact: ${security.contact}`,
      `Expires: ${new Date(ctx.now().getTime() + validDays * 86_400_000).toISOString()}`,
      "Preferred-Languages: de, en",
      `Canonical: ${publicOrigin}/.well-known/security.txt`,
      `Policy: ${publicOrigin}${security.page}`,
      "",
    ].join("\n");
    response.writeHead(200, { "content-type": "text/plain; charset=utf-8", "content-length": text.length });
    response.end(method === "HEAD" ? undefined : text);
  };
