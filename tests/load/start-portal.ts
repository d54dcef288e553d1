import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freeTestPort } from "@dvd/scripts/embedded/ports";
import { startEmbedded } from "@dvd/scripts/embedded/profile";

const rounds = 5;

/**
 * D2: from the command to a seeded, clickable portal, everything installed. `first`: an empty data folder; `again`: the
 * same folder once more. The production build is there already; what it takes is in `logs/build.log` of a first start.
 */
export async function measureStart() {
  const first: number[] = [];
  const again: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const dataDir = mkdtempSync(path.join(tmpdir(), "dvd-bench-"));
    first.push(await secondsToReady(dataDir));
    again.push(await secondsToReady(dataDir));
    rmSync(dataDir, { recursive: true, force: true });
  }
  report("first start, seconds", first);
  report("later start, seconds", again);
}

async function secondsToReady(dataDir: string): Promise<number> {
  const ports = {
    web: await freeTestPort(Math.random()),
    identity: await freeTestPort(Math.random()),
    worker: await freeTestPort(Math.random()),
    postgres: await freeTestPort(Math.random()),
  };
  const start = performance.now();
  // The ports of web and identity provider stay with a folder; only the first start chooses them.
  const profile = await startEmbedded({ dataDir, ...(started.has(dataDir) ? {} : { ports }) });
  started.add(dataDir);
  const seconds = (performance.now() - start) / 1000;
  await profile.stop();
  return seconds;
}

const started = new Set<string>();

function report(name: string, values: readonly number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number) => (sorted[index] ?? 0).toFixed(2);
  console.log(`${name}: median ${at(Math.floor(sorted.length / 2))}, min ${at(0)}, max ${at(sorted.length - 1)}`);
}
