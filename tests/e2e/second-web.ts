import { readFileSync, readlinkSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import path from "node:path";
import { startChild } from "@dvd/scripts/embedded/child";
import { freeTestPort, loopback } from "@dvd/scripts/embedded/ports";
import { portal } from "./portal.ts";

/** The web process once more, as it was started, on a wire of its own to the database: it can be cut, and nobody else's with it. */
export async function startSecondWeb(logName: string) {
  const proc = `/proc/${portal().webPid}`;
  const words = (file: string) => readFileSync(path.join(proc, file), "utf8").split("\0").filter(Boolean);
  const env = Object.fromEntries(words("environ").map((entry) => splitAt(entry, entry.indexOf("="))));
  const database = new URL(env.DVD_DATABASE_URL ?? "");
  const wire = await startWire(Number(database.port), database.hostname);
  database.port = String(wire.port);
  const port = await freeTestPort(Math.random());
  const url = `http://localhost:${port}`;
  const log = path.join(portal().logsDir, logName);
  const { stop } = await startChild({
    name: "web",
    cwd: readlinkSync(path.join(proc, "cwd")),
    args: words("cmdline").slice(1),
    env: { ...env, DVD_DATABASE_URL: database.href, DVD_PORT: String(port), DVD_PUBLIC_URL: url },
    log,
    readyUrl: `http://${loopback}:${port}/healthz/ready`,
    signal: AbortSignal.timeout(60_000),
  });
  return { url, log, cut: wire.cut, stop };
}

const splitAt = (text: string, at: number): [string, string] => [text.slice(0, at), text.slice(at + 1)];

async function startWire(targetPort: number, host: string) {
  const ends = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(targetPort, host);
    for (const end of [near, far]) ends.add(end.on("error", () => end.destroy()));
    near.pipe(far).pipe(near);
  });
  const port = await freeTestPort(Math.random());
  await new Promise<void>((resolve) => {
    server.listen(port, loopback, resolve);
  });
  const cut = () => {
    server.close();
    for (const end of ends) end.destroy();
  };
  return { port, cut };
}
