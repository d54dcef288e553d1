import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { choosePorts, defaultPorts, type Ports } from "./choose-ports.ts";
import { freeTestPort, isFree, loopback } from "./ports.ts";

let folder: string;
const listeners: Server[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dvd-ports-"));
});
afterEach(() => {
  for (const listener of listeners.splice(0)) listener.close();
  rmSync(folder, { recursive: true });
});

async function occupy(port: number): Promise<void> {
  const listener = createServer().listen({ host: loopback, port });
  listeners.push(listener);
  await once(listener, "listening");
}

async function freePorts(): Promise<Ports> {
  const ports = { ...defaultPorts };
  for (const name of ["web", "identity", "worker", "postgres"] as const)
    ports[name] = await freeTestPort(Math.random());
  return ports;
}

const choose = async (wanted: Partial<Ports>) => {
  const moves: unknown[] = [];
  const ports = await choosePorts(folder, wanted, (name, from, to) => moves.push({ name, from, to }));
  return { ports, moves };
};

describe("the choice of ports", () => {
  it("takes the ports that were asked for, and refuses when one is taken", async () => {
    const wanted = await freePorts();
    expect((await choose(wanted)).ports).toEqual(wanted);
    await occupy(wanted.worker);
    await expect(choose(wanted)).rejects.toMatchObject({ code: "port-taken", details: { port: wanted.worker } });
  });

  it("moves on from a taken default, past the defaults of the others, and says so", async () => {
    const { worker: _, ...wanted } = await freePorts();
    if (await isFree(defaultPorts.worker)) await occupy(defaultPorts.worker);
    const { ports, moves } = await choose(wanted);
    expect(ports.worker).toBeGreaterThan(defaultPorts.worker);
    expect(ports.worker).toBeLessThan(32_768);
    expect(moves).toEqual([{ name: "worker", from: defaultPorts.worker, to: ports.worker }]);
  });

  it("keeps the addresses of a data folder: the portal and the issuers do not move on a later start", async () => {
    const wanted = await freePorts();
    await choose(wanted);
    const { web, identity, ...others } = wanted;
    expect((await choose(others)).ports).toMatchObject({ web, identity });
    await occupy(identity);
    await expect(choose(others)).rejects.toMatchObject({ code: "port-taken", details: { port: identity } });
  });
});
