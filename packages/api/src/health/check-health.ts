import type { Db } from "@dvd/db/client";
import { pingDatabase } from "@dvd/db/jobs";
import type { BlobStore } from "../adapters/blob/blob-store.ts";

export type ComponentHealth = { status: "healthy" | "degraded" | "unhealthy"; responseMs: number };
export type Health = { status: ComponentHealth["status"]; components: Record<string, ComponentHealth> };

/** `vital`: without it nothing works. The others only take something away, such as new logins. */
export type Probe = { name: string; vital: boolean; run: () => Promise<unknown> };

const patienceMs = 2_000;
/** Anybody may ask, as often as they like: what a component said stands for this long, also for those who ask meanwhile. */
const freshMs = 5_000;
const results = new WeakMap<Probe, { at: number; health: Promise<ComponentHealth> }>();

export const databaseProbe = (db: Db): Probe => ({ name: "database", vital: true, run: () => pingDatabase(db) });
export const blobProbe = (blobs: BlobStore): Probe => ({ name: "blobs", vital: true, run: () => blobs.probe() });

/** Somebody else's server: `ask` is what a login asks it first, with the same patience and the same caution. */
export const issuerProbe = (name: string, ask: () => Promise<unknown>): Probe => ({ name, vital: false, run: ask });

export async function checkHealth(probes: readonly Probe[], now = () => performance.now()): Promise<Health> {
  const entries = await Promise.all(probes.map(async (probe) => [probe.name, await lately(probe, now())] as const));
  const statuses = entries.map(([, { status }]) => status);
  const worst = (["unhealthy", "degraded"] as const).find((status) => statuses.includes(status)) ?? "healthy";
  return { status: worst, components: Object.fromEntries(entries) };
}

function lately(probe: Probe, now: number): Promise<ComponentHealth> {
  const last = results.get(probe);
  if (last && now - last.at < freshMs) return last.health;
  const health = examine(probe);
  results.set(probe, { at: now, health });
  return health;
}

async function examine({ vital, run }: Probe): Promise<ComponentHealth> {
  const start = performance.now();
  const ok = await Promise.race([
    run().then(
      () => true,
      () => false,
    ),
    new Promise<false>((resolve) => {
      setTimeout(resolve, patienceMs, false).unref();
    }),
  ]);
  const responseMs = Math.round(performance.now() - start);
  if (ok) return { status: "healthy", responseMs };
  return { status: vital ? "unhealthy" : "degraded", responseMs };
}
