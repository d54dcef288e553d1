import { type CaseAction, caseActions, caseStates, statusWords } from "@dvd/domain/case/lifecycle";
import { describe, expect, it } from "vitest";
import { alignTable } from "./align-table.ts";

const when: Readonly<Record<CaseAction, string>> = {
  submit: "with `submitCase`",
  route: "at once: published rules name the unit",
  claim: "somebody of the unit takes it, if nobody has it",
  release: "its official leaves the unit, or is biased",
  passOn: "taken or released while it waits",
  start: "the first reply of who took it",
  askCitizen: "who took it asks for evidence",
  citizenAnswered: "the citizen answers",
  resume: "who took it goes on without the answer",
  withdraw: "the citizen withdraws it",
};

// The keys of the table itself; TypeScript widens them to string.
const actions = Object.keys(caseActions) as CaseAction[];
const code = (text: string) => `\`${text}\``;

const page = () => `# The way of a case

Generated from \`caseActions\` in \`packages/domain/src/case/lifecycle.ts\`, which buttons, commands and tests read; held by
\`tests/case-actions-docs.test.ts\`. Who may do it stands beside it, in \`policy.ts\`; what it means, in [cases.md](cases.md).

${alignTable([
  ["action", "from", "to", "by", "when"],
  ...actions.map((action) => {
    const { from, to, by } = caseActions[action];
    return [code(action), from.map(code).join(", "), code(to), by, when[action]];
  }),
])}

## What people read

${alignTable([
  ["state", "the citizen", "the authority", "goes on by"],
  ...caseStates.map((state) => [
    code(state),
    statusWords[state].citizen,
    statusWords[state].official,
    actions
      .filter((action) => caseActions[action].from.some((from) => from === state))
      .map(code)
      .join(", "),
  ]),
])}
`;

describe("the page of case actions", () => {
  it("has every action and every state as the table has them", async () => {
    const hint = "docs/case-actions.md is out of date; `vitest run tests/case-actions-docs.test.ts -u` rewrites it";
    await expect(page(), hint).toMatchFileSnapshot("../docs/case-actions.md");
  });
});
