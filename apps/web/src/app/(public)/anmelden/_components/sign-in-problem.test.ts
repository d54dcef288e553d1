import { describe, expect, it } from "vitest";
import { signInProblemOf } from "./sign-in-problem.ts";

const of = (grund: string | undefined, error: string | undefined) => signInProblemOf({ grund, error });

describe("what the sign-in page says after a login that did not work", () => {
  it("is nothing when there was none", () => {
    expect(of(undefined, undefined)).toBeNull();
  });

  it("tells a person whom we do not know apart from a disruption of ours", () => {
    expect(of("unbekannt", undefined)).toBe("unknown");
    expect(of("stoerung", undefined)).toBe("trouble");
  });

  it("does not alarm somebody who turned back", () => {
    expect(of(undefined, "Callback")).toBe("cancelled");
    expect(of(undefined, "OAuthCallback")).toBe("cancelled");
  });

  it("calls everything that it does not know a disruption", () => {
    expect(of(undefined, "OAuthSignin")).toBe("trouble");
    expect(of(undefined, "<script>")).toBe("trouble");
  });
});
