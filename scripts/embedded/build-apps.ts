import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { EmbeddedError } from "./errors.ts";
import { repositoryRoot } from "./paths.ts";

/** The production build of our programs; turbo skips what has not changed. */
export async function buildApps(
  log: string,
  env: Record<string, string | undefined>,
  signal: AbortSignal,
): Promise<void> {
  const output = openSync(log, "w", 0o600);
  const turbo = join(repositoryRoot, "node_modules/.bin/turbo");
  const apps = ["web", "worker", "witness"].map((app) => `--filter=@dvd/${app}`);
  const args = ["run", "build", ...apps, "--ui=stream", "--output-logs=new-only"];
  const build = spawn(turbo, args, {
    cwd: repositoryRoot,
    env,
    detached: true,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  const stop = () => {
    if (build.pid !== undefined && build.exitCode === null) process.kill(-build.pid, "SIGTERM");
  };
  signal.addEventListener("abort", stop);
  try {
    const [exitCode] = await once(build, "exit");
    signal.throwIfAborted();
    if (exitCode !== 0) throw new EmbeddedError("build-failed", { log });
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
