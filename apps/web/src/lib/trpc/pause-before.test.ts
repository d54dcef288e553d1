import { describe, expect, it } from "vitest";
import type { Problem } from "../problem.ts";
import { pauseBefore } from "./pause-before.ts";

const refused = (
  retryAfterSeconds?: number,
  code: "request.too-many" | "service.unavailable" = "request.too-many",
): Problem => ({ kind: "refused", code, number: null, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) });

const pause = (problem: Problem, attempt = 1, random = 0) =>
  pauseBefore({ problem, type: "query", attempt, isOnline: true }, random);

describe("a call that came too soon", () => {
  it("is made once more, after the time that the server names and a little of chance", () => {
    expect(pause(refused(40))).toEqual({ why: "told", ms: 40_000 });
    expect(pause(refused(40), 1, 0.5)).toEqual({ why: "told", ms: 41_000 });
  });

  it("is not made a third time, nor after a wait that nobody would sit through", () => {
    expect(pause(refused(40), 2)).toBeNull();
    expect(pause(refused(90))).not.toBeNull();
    expect(pause(refused(91))).toBeNull();
  });

  it("is not made again when the server names no time, or refuses for another reason", () => {
    expect(pause(refused())).toBeNull();
    expect(pause(refused(5, "service.unavailable"))).toBeNull();
  });
});

describe("a call whose answer was lost", () => {
  const lost = (type: "query" | "mutation", attempt: number, isOnline = true) =>
    pauseBefore({ problem: { kind: "unreachable" }, type, attempt, isOnline }, 0);

  it("is made again twice when it carries a key, and then told to whoever made it", () => {
    expect(lost("mutation", 1)).toEqual({ why: "lost", ms: 1_000 });
    expect(lost("mutation", 2)).toEqual({ why: "lost", ms: 3_000 });
    expect(lost("mutation", 3)).toBeNull();
  });

  it("is not made again on a device that is offline, and not for a query", () => {
    expect(lost("mutation", 1, false)).toBeNull();
    expect(lost("query", 1)).toBeNull();
  });
});
