import { loginRefusals } from "@dvd/domain/session/login";
import { describe, expect, it } from "vitest";
import { signInProblemOf } from "./sign-in-problem.ts";

describe("what the sign-in page says after a login that did not work", () => {
  it("is nothing when there was none", () => {
    expect(signInProblemOf(undefined)).toBeNull();
  });

  it.each(loginRefusals)("is the reason that the login was refused for: %s", (reason) => {
    expect(signInProblemOf(reason)).toBe(reason);
  });

  it("is a disruption when somebody has made up a reason", () => {
    for (const made of ["<script>", "toString", "__proto__"]) expect(signInProblemOf(made)).toBe("trouble");
  });
});
