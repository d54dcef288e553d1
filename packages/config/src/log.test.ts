import { describe, expect, it } from "vitest";
import { describeError } from "./describe-error.ts";
import { createLogger } from "./log.ts";
import type { EventFields, EventName } from "./log-events.ts";

const planted = "Aylin Kaya-Öztürk Bescheid_2026.pdf";

function capture(level: "info" | "error" = "info") {
  const lines: string[] = [];
  const logger = createLogger({ level, service: "web", destination: { write: (line) => void lines.push(line) } });
  return { logger, lines, last: (): unknown => JSON.parse(lines.at(-1) ?? "null") };
}

/** As a caller in plain JavaScript, or one with a cast, would hand fields over. */
const smuggle = <Name extends EventName>(fields: object) => fields as EventFields<Name>;

/** Shaped like the drizzle and Postgres errors, whose messages and properties quote values. */
function databaseError() {
  const cause = Object.assign(new Error(`duplicate key: Key (name)=(${planted}) already exists`), {
    name: "PostgresError",
    severity: "ERROR",
    code: "23505",
    constraint_name: "cases_reference_unique",
    detail: planted,
    query: planted,
  });
  class DrizzleQueryError extends Error {
    readonly query = `insert into x values ('${planted}')`;
    readonly params = [planted];
  }
  return new DrizzleQueryError(`Failed query: insert\nparams: ${planted}\n    at ${planted} (/x.ts:1:1)`, { cause });
}

describe("the log", () => {
  it("writes one JSON line with the event, the service and the listed fields", () => {
    const { logger, last } = capture();
    logger.event("case.claimed", { caseId: "c-1", tenantId: "t-1", officialId: "o-1" });
    expect(last()).toMatchObject({ level: "info", service: "web", event: "case.claimed", caseId: "c-1" });
  });

  it("carries the correlation id of a request, if it is an id", () => {
    const { logger, last } = capture();
    logger.child({ correlationId: "0193-ab" }).event("process.stopping", { reason: "SIGTERM" });
    expect(last()).toMatchObject({ correlationId: "0193-ab" });
    logger.child({ correlationId: planted }).event("process.stopping", { reason: "SIGTERM" });
    expect(last()).not.toHaveProperty("correlationId");
  });

  it("drops fields that the event does not list, and says how many", () => {
    const { logger, lines, last } = capture();
    logger.event("case.claimed", smuggle({ caseId: "c-1", title: planted, toString: "x" }));
    expect(last()).toMatchObject({ caseId: "c-1", dropped: 2 });
    expect(lines.join()).not.toContain("Aylin");
  });

  it("drops a listed field whose value is not an id, a number or a code", () => {
    const { logger, lines, last } = capture();
    const values = [planted, "a b", "x".repeat(81), { name: planted }, [planted], null, 7];
    for (const caseId of values) {
      logger.event("case.claimed", smuggle({ caseId }));
      expect(last()).toMatchObject({ dropped: 1 });
    }
    for (const ms of ["7", Number.NaN, Infinity, planted]) {
      logger.event("job.finished", smuggle({ ms }));
      expect(last()).toMatchObject({ dropped: 1 });
    }
    expect(lines.join()).not.toContain("Aylin");
    logger.event("case.claimed", smuggle({ caseId: "x".repeat(80) }));
    expect(last()).not.toHaveProperty("dropped");
  });

  it("does not compile with a field that the event does not list", () => {
    const { logger, lines } = capture("error");
    // @ts-expect-error the catalogue lists no title
    logger.event("case.claimed", { caseId: "c", tenantId: "t", officialId: "o", title: planted });
    // @ts-expect-error a count is a number
    logger.event("live.opened", { kind: "citizen", scopes: "1", resumed: false });
    expect(lines).toEqual([]);
  });

  it("keeps of a database error its state and constraint, and neither message nor parameters", () => {
    const { logger, lines, last } = capture();
    logger.event("request.failed", { route: "trpc", error: databaseError() });
    expect(last()).toMatchObject({
      level: "error",
      error: { name: "DrizzleQueryError", sqlState: "23505", constraint: "cases_reference_unique" },
    });
    expect(lines.join()).not.toMatch(/Aylin|Bescheid|Failed query|duplicate/);
    expect(describeError(databaseError()).stackFrames.join()).toContain("log.test.ts");
  });
});

describe("a described error", () => {
  it("keeps a code of ours or of Node", () => {
    expect(describeError(Object.assign(new Error("x"), { code: "case.not-found" }))).toMatchObject({
      code: "case.not-found",
    });
    expect(
      describeError(new Error(planted, { cause: Object.assign(new Error("x"), { code: "ECONNREFUSED" }) })).code,
    ).toBe("ECONNREFUSED");
  });

  it("drops a name, a code or a constraint that is a sentence", () => {
    const odd = Object.assign(new Error("x"), { name: planted, code: planted, constraint_name: planted });
    expect(JSON.stringify(describeError(odd))).not.toContain("Aylin");
  });

  it("has no frames when the message was changed after the stack was taken", () => {
    const changed = new Error(`${planted}\n    at ${planted} (/x.ts:1:1)`);
    changed.message = "short";
    expect(JSON.stringify(describeError(changed))).not.toContain("Aylin");
  });

  it("says nothing about a thrown value that is no error", () => {
    expect(describeError(planted)).toEqual({ name: "NotAnError", stackFrames: [] });
  });
});
