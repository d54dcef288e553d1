import { createServer } from "node:net";
import { EmbeddedError } from "./errors.ts";

/** From here on the kernel hands out ports to outgoing connections; a fixed listener there collides now and then. */
const firstEphemeralPort = 32_768;

export const loopback = "127.0.0.1";

export async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  try {
    return await new Promise((resolve) => {
      probe.once("error", () => resolve(false));
      probe.listen({ host: loopback, port, exclusive: true }, () => resolve(true));
    });
  } finally {
    probe.close();
  }
}

export async function nextFreePort(from: number, isTaken: ReadonlySet<number> = new Set()): Promise<number> {
  for (let port = from; port < firstEphemeralPort; port++) {
    if (!isTaken.has(port) && (await isFree(port))) return port;
  }
  throw new EmbeddedError("port-taken", { port: from });
}

/** Two test runs on one machine should not walk the same way through the ports: `random` is in [0, 1). */
export const freeTestPort = (random: number) => nextFreePort(20_000 + Math.floor(random * 12_000));
