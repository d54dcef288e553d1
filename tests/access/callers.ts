/**
 * Everybody who can call. Each reads one column of the tables; whoever is new gets a line here, and one column more only when
 * the answers are others than everybody else's.
 */
export const columns = [
  "nobody",
  "owner",
  "stranger",
  "newcomer",
  "assignee",
  "deputy",
  "member",
  "lead",
  "recused",
  "outsider",
  "auditor",
  "admin",
] as const;
export type Column = (typeof columns)[number];

type Caller = {
  column: Column;
  who: string;
  /** The case's citizen has ended the account by then. */
  afterEnd?: true;
};

export const callers = {
  nobody: { column: "nobody", who: "not signed in" },
  owner: { column: "owner", who: "the citizen whose case it is" },
  "other citizen": { column: "stranger", who: "a citizen with an account and cases of their own" },
  assignee: { column: "assignee", who: "an official of the unit who has taken the case" },
  deputy: { column: "deputy", who: "another official of the unit, who stands in for the assignee today" },
  colleague: { column: "member", who: "another official of the unit" },
  lead: { column: "lead", who: "who leads the unit" },
  recused: { column: "recused", who: "an official of the unit who has declared that they are biased in the case" },
  "other unit": { column: "outsider", who: "an official of the same authority in another unit" },
  auditor: { column: "auditor", who: "reads the audit of the authority, belongs to no unit, has no keys" },
  admin: { column: "admin", who: "says who belongs to the authority, is in no unit, has no keys" },
  "other authority": { column: "outsider", who: "an official elsewhere" },
  removed: { column: "nobody", who: "an official of the unit who was removed, with the session from before" },
  deleted: {
    column: "nobody",
    who: "the case's citizen who has ended the account, with the session from before",
    afterEnd: true,
  },
  returned: { column: "newcomer", who: "the same person, logged in anew: has no account and no case", afterEnd: true },
} as const satisfies Record<string, Caller>;

export type CallerName = keyof typeof callers;
// The keys of the table itself; TypeScript widens them to string.
export const callerNames = Object.keys(callers) as CallerName[];
export const callerOf = (name: CallerName): Caller => callers[name];

/** Whose good answer must not name the case, and must not touch a row of it. */
const unrelated: ReadonlySet<Column> = new Set<Column>(["nobody", "stranger", "newcomer", "recused", "outsider"]);
export const isUnrelated = (name: CallerName) => unrelated.has(callers[name].column);
