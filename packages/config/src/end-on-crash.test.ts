import { spawnSync } from "node:child_process";
import path from "node:path";
import { describe, expect, it } from "vitest";

const secret = "Kanarie-Frau-Beispiel";
const file = (name: string) => JSON.stringify(path.resolve(import.meta.dirname, name));

const crash = (statement: string) => {
  const program = `
    import { createLogger } from ${file("log.ts")};
    import { endOnCrash } from ${file("end-on-crash.ts")};
    endOnCrash(createLogger({ level: "info", service: "test" }));
    const secret = ${JSON.stringify(secret)};
    setTimeout(() => { ${statement} }, 1);
    setTimeout(() => {}, 60_000);`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    encoding: "utf8",
    timeout: 20_000,
  });
  return { status, text: stdout + stderr };
};

describe("what nobody caught", () => {
  it.each([
    ["a thrown error", "throw new Error(secret)"],
    ["a rejected promise", "void Promise.reject(new Error(secret, { cause: new Error(secret) }))"],
    ["a rejection that is no error", "void Promise.reject(secret)"],
  ])("ends the process with one line that quotes nothing: %s", (_what, statement) => {
    const { status, text } = crash(statement);
    expect(status).toBe(1);
    expect(text.trim().split("\n")).toHaveLength(1);
    expect(JSON.parse(text)).toMatchObject({ event: "process.failed", reason: "crash", service: "test" });
    expect(text).not.toContain(secret);
  });
});
