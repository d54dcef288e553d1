import { statusOf } from "@dvd/api/errors";
import { errorTexts } from "@dvd/domain/error-texts/error-texts";
import { domainErrorCodes } from "@dvd/domain/errors";
import { describe, expect, it } from "vitest";
import { alignTable } from "./align-table.ts";

const page = () => `# Errors

A refusal is a code from a closed list. One map gives each its status (\`packages/api/src/errors.ts\`), one text in each language says
what happened, what is safe and what to do (\`packages/domain/src/error-texts\`). Nothing else leaves: no text of a database, no
statement, value, stack, path or version. Whoever needs more looks for the correlation id in the log, where errors stand without
their messages.

tRPC answers in its own form, with our members in \`data\`; \`message\` is the code:

\`\`\`json
{
  "error": {
    "message": "case.conflict",
    "code": -32009,
    "data": { "code": "case.conflict", "httpStatus": 409, "correlationId": "019a…", "at": "2026-11-21T16:00:00.000Z" }
  }
}
\`\`\`

Everything else answers with a problem of RFC 9457 (\`application/problem+json\`), in the language that \`Accept-Language\` asks
for, German or English:

\`\`\`json
{
  "type": "/fehler/case.conflict",
  "title": "Der Vorgang hat sich gerade geändert.",
  "status": 409,
  "detail": "Der Vorgang hat …",
  "code": "case.conflict",
  "correlationId": "019a…",
  "at": "2026-11-21T16:00:00.000Z"
}
\`\`\`

\`type\` is the address of a page of the portal (\`apps/web/src/app/(public)/fehler/[code]\`), which says the same in the reader's language.
\`retryAfterSeconds\` is there, and \`Retry-After\` in the head, where waiting helps. A case, a document or an authority of somebody
else has the same code as one that does not exist. This page is held by \`tests/errors-docs.test.ts\`.

${alignTable([
  ["code", "status", "German", "English"],
  ...domainErrorCodes.map((code) => [
    `\`${code}\``,
    String(statusOf[code].http),
    errorTexts.de[code],
    errorTexts.en[code],
  ]),
])}
`;

describe("the page of errors", () => {
  it("has every code with its status and its texts", async () => {
    const hint = "docs/errors.md is out of date; `vitest run tests/errors-docs.test.ts -u` rewrites it";
    await expect(page(), hint).toMatchFileSnapshot("../docs/errors.md");
  });
});
