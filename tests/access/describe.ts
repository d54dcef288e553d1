import { alignTable } from "../align-table.ts";
import { callerNames, callerOf } from "./callers.ts";
import { freshLoginMinutes } from "@dvd/domain/session/fresh-login";
import { pageNames, shown, shownTo } from "./pages.ts";
import { type AccessTable, fresh, procedures, routes, verdictFor, words } from "./table.ts";

const wordOf = new Map<string, string>(Object.entries(words).map(([word, verdict]) => [verdict, word]));

/** docs/access-matrix.md, whole. */
export const describeAccess = () =>
  `# Who gets what answer

Generated from \`tests/access\`; \`tests/access-matrix.test.ts\` makes every one of these calls, on a real database, and is red for a
procedure, a route or a caller that has no line here. A refused call has changed no row and no file. An unrelated person whose
call is answered has changed nothing of the case and is told nothing of it. None of it goes through Next: \`proxy.ts\` protects nothing.

The case belongs to \`owner\`; what is everybody's own (account, sessions, drafts, devices) is the caller's.

${alignTable([["caller", "who"], ...callerNames.map((name) => [name, callerOf(name).who])])}

${alignTable([["word", "answer"], ...Object.entries(words).map(([word, verdict]) => [word, verdict === "ok" ? "what was asked for" : `\`${verdict}\``])])}

\`needed\` in the last column: with a login of more than ${freshLoginMinutes} minutes, whoever would be answered gets
\`auth.login-too-old\`, and nothing has changed. Where it does not stand, an older login is enough for everybody.

## Procedures

${matrixOf(procedures)}

## Routes of bytes and streams

${matrixOf(routes)}

## Pages

Asked whole, as the stream that a page fetches, in advance, and past \`proxy.ts\`, which sets headers and protects nothing
(\`tests/pages-without-proxy.test.ts\`). A page delivers no case: only the part for the browser, which makes the calls above.

${alignTable([["word", "what is delivered"], ...Object.entries(shown)])}

${alignTable([["", ...callerNames], ...pageNames.map((name) => [`\`${name}\``, ...callerNames.map((caller) => shownTo(name, caller))])])}
`;

const matrixOf = (table: AccessTable) =>
  alignTable([
    ["", ...callerNames, "fresh login"],
    ...Array.from(table.keys(), (name) => [
      `\`${name}\``,
      ...callerNames.map((caller) => wordOf.get(verdictFor(table, name, caller)) ?? ""),
      fresh.has(name) ? "needed" : "",
    ]),
  ]);
