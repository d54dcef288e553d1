import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { EmbeddedError } from "./errors.ts";
import { isFree, nextFreePort } from "./ports.ts";
import { writePrivately } from "./private-file.ts";

const portName = z.enum(["web", "identity", "worker", "witness", "postgres"]);
export type PortName = z.infer<typeof portName>;
export type Ports = Record<PortName, number>;

export const defaultPorts: Ports = { web: 3000, identity: 3001, worker: 3002, witness: 3003, postgres: 15_432 };

/**
 * The address of the portal and the issuers are written into keys and accounts, so a data folder keeps those two ports.
 * With others every browser would have lost its key, and every login would belong to a stranger.
 */
const keptPorts = z.strictObject({ web: z.number(), identity: z.number() });

/** `onMoved` is told when a default was taken. Ports that the caller names are used or refused, never changed. */
export async function choosePorts(
  dataDir: string,
  wanted: Partial<Ports>,
  onMoved: (name: PortName, from: number, to: number) => void,
): Promise<Ports> {
  const kept = readKept(dataDir);
  const fixed: Partial<Ports> = { ...kept, ...wanted };
  const reserved = new Set([...Object.values(defaultPorts), ...Object.values(fixed)]);
  const ports: Ports = { ...defaultPorts, ...fixed };
  for (const name of portName.options) {
    if (await isFree(ports[name])) continue;
    if (fixed[name] !== undefined) throw new EmbeddedError("port-taken", { port: ports[name], name });
    ports[name] = await nextFreePort(ports[name] + 1, reserved);
    reserved.add(ports[name]);
    onMoved(name, defaultPorts[name], ports[name]);
  }
  writePrivately(join(dataDir, "ports.json"), { web: ports.web, identity: ports.identity });
  return ports;
}

function readKept(dataDir: string): Partial<Ports> {
  const file = join(dataDir, "ports.json");
  return existsSync(file) ? keptPorts.parse(JSON.parse(readFileSync(file, "utf8"))) : {};
}
