import { describe, expect, it } from "vitest";
import type { Problem } from "../problem.ts";
import { pauseBefore } from "./pause-before.ts";

const refused = (
  retryAfterSeconds?: number,
  code: "request.too-many" | "service.unavailable" = "request.too-many",
): Problem => ({ kind: "refused", code, number: null, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) });

describe("a call that came too soon", () => {
  it("is made once more, after the time that the server names and a little of chance", () => {
    expect(pauseBefore(refused(40), 1, 0)).toBe(40_000);
    expect(pauseBefore(refused(40), 1, 0.5)).toBe(41_000);
  });

  it("is not made a third time, nor after a wait that nobody would sit through", () => {
    expect(pauseBefore(refused(40), 2, 0)).toBeNull();
    expect(pauseBefore(refused(90), 1, 0)).not.toBeNull();
    expect(pauseBefore(refused(91), 1, 0)).toBeNull();
  });

  it("is not made again when the server names no time, or refuses for another reason", () => {
    expect(pauseBefore(refused(), 1, 0)).toBeNull();
    expect(pauseBefore(refused(5, "service.unavailable"), 1, 0)).toBeNull();
    expect(pauseBefore({ kind: "unreachable" }, 1, 0)).toBeNull();
  });
});
