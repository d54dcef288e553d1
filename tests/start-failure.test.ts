import { spawnSync } from "node:child_process";
import path from "node:path";
import { webSettings, witnessSettings, workerSettings } from "@dvd/config/settings";
import { describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "..");

function start(program: string, settings: Record<string, string>) {
  const { status, stderr, stdout } = spawnSync(process.execPath, [path.join(root, program)], {
    cwd: root,
    env: { PATH: process.env.PATH, NODE_ENV: "production", ...settings },
    encoding: "utf8",
    timeout: 30_000,
  });
  return { status, text: stderr + stdout };
}

const withoutDefault = (shape: Record<string, { safeParse(value: unknown): { success: boolean } }>) =>
  Object.entries(shape)
    .filter(([, setting]) => !setting.safeParse(undefined).success)
    .map(([name]) => name);

describe("a start without settings", () => {
  for (const [program, settings] of [
    ["apps/web/server.ts", webSettings],
    ["apps/worker/src/main.ts", workerSettings],
    ["apps/witness/src/main.ts", witnessSettings],
  ] as const)
    it(`of ${program} names everything that is missing and ends with 1`, () => {
      const { status, text } = start(program, {});
      expect(status).toBe(1);
      for (const name of withoutDefault(settings.shape)) expect(text).toContain(name);
    });

  it("refuses sample secrets in a cluster without repeating them", () => {
    const { status, text } = start("apps/web/server.ts", {
      DVD_PROFILE: "cluster",
      DVD_SESSION_SECRET: "sample-secret-sample-secret-sample-secret",
      DVD_DATABASE_URL: "postgres://dvd_app:kein-geheimnis@db.internal:5432/dvd?sslmode=disable",
    });
    expect(status).toBe(1);
    expect(text).toContain("DVD_SESSION_SECRET");
    expect(text).toContain("DVD_DATABASE_URL");
    expect(text).not.toContain("sample-secret");
    expect(text).not.toContain("kein-geheimnis");
  });
});
