import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "./security-headers.ts";

const directive = (policy: string, name: string) =>
  policy
    .split("; ")
    .find((part) => part.startsWith(`${name} `))
    ?.slice(name.length + 1)
    .split(" ") ?? [];

describe("the policy of a page", () => {
  const policy = contentSecurityPolicy("bm9uY2U=", false);

  it("loads nothing that it does not name", () => {
    expect(directive(policy, "default-src")).toEqual(["'none'"]);
    expect(directive(policy, "connect-src")).toEqual(["'self'"]);
    expect(directive(policy, "form-action")).toEqual(["'self'"]);
  });

  it("frames only what our server answers, never a file that somebody sent", () => {
    expect(directive(policy, "frame-src")).toEqual(["'self'"]);
  });

  it("runs a script only with the nonce of this response", () => {
    expect(directive(policy, "script-src")).toEqual(["'self'", "'nonce-bm9uY2U='", "'strict-dynamic'"]);
  });

  it("allows neither inline code nor eval outside development", () => {
    expect(policy).not.toContain("unsafe-");
    expect(contentSecurityPolicy("bm9uY2U=", true)).toContain("'unsafe-eval'");
  });

  it("lets strings become script only through the one policy", () => {
    expect(directive(policy, "trusted-types")).toEqual(["default"]);
    expect(directive(policy, "require-trusted-types-for")).toEqual(["'script'"]);
  });
});
