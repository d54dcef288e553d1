import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { dyingWithParent } from "./die-with-parent.mjs";
import { EmbeddedError } from "./errors.ts";
import type { Service } from "./services.ts";

export type ChildOptions = {
  name: string;
  cwd: string;
  /** Arguments of Node: its flags, the file, its arguments. */
  args: readonly string[];
  env: Record<string, string | undefined>;
  log: string;
  readyUrl: string;
  signal: AbortSignal;
};

const readyWithin = 60_000;
const drainWithin = 15_000;

/** Starts one of our Node programs and waits until it says that it is ready. */
export async function startChild(options: ChildOptions): Promise<Service> {
  const child = spawnNode(options);
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  const service: Service = {
    ended,
    kill: () => signalGroup(child, "SIGKILL"),
    async stop() {
      if (hasEnded(child)) return;
      child.kill("SIGTERM");
      const timer = setTimeout(() => signalGroup(child, "SIGKILL"), drainWithin);
      await ended;
      clearTimeout(timer);
    },
  };
  try {
    await waitUntilReady(child, options);
    return service;
  } catch (error) {
    service.kill();
    await ended;
    throw error;
  }
}

function spawnNode({ cwd, args, env, log }: ChildOptions): ChildProcess {
  const output = openSync(log, "a", 0o600);
  const [command, allArgs] = dyingWithParent("TERM", process.execPath, args);
  try {
    return spawn(command, allArgs, {
      cwd,
      env,
      // Ctrl-C in a terminal reaches the whole group, but the order of stopping is ours.
      detached: true,
      stdio: ["ignore", output, output],
    });
  } finally {
    closeSync(output);
  }
}

async function waitUntilReady(child: ChildProcess, { name, readyUrl, log, signal }: ChildOptions): Promise<void> {
  const giveUpAt = performance.now() + readyWithin;
  while (!(await answersReady(readyUrl))) {
    signal.throwIfAborted();
    if (hasEnded(child) || performance.now() > giveUpAt) throw new EmbeddedError("service-failed", { name, log });
    await sleep(50);
  }
  // Somebody else may be answering on a port that our program could not take.
  if (hasEnded(child)) throw new EmbeddedError("service-failed", { name, log });
}

async function answersReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

const hasEnded = (child: ChildProcess) =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (hasEnded(child) || child.pid === undefined) return;
  // It leads a group of its own; with it goes whatever it started.
  process.kill(-child.pid, signal);
}
