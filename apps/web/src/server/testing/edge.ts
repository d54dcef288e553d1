import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { openPortal } from "@dvd/api/testing/portal";
import { listen } from "@dvd/api/testing/serve";
import { createLogger } from "@dvd/config/log";
import { createHttpServer, type Edge, type EdgeLimits } from "../http-server.ts";

const patient: EdgeLimits = {
  connections: 100,
  headersMs: 15_000,
  page: { bytes: 16_384, ms: 60_000 },
  json: { bytes: 600_000, ms: 60_000 },
  partMs: 60_000,
  silenceMs: 60_000,
  unreadMs: 60_000,
};

const echo = async (request: IncomingMessage, response: ServerResponse) => {
  let bytes = 0;
  for await (const chunk of request) bytes += Buffer.from(chunk).length;
  response.end(String(bytes));
};

/** The server as the process runs it, for one citizen; pages and the login are an echo of how much came in. */
export async function openEdge(options: Parameters<typeof openPortal>[0] = {}) {
  const portal = await openPortal(options);
  const citizen = await portal.citizen();
  const logLines: string[] = [];
  const log = createLogger({ level: "info", service: "web", destination: { write: (line) => logLines.push(line) } });
  const closers: (() => Promise<unknown>)[] = [];

  async function open(limits: Partial<EdgeLimits> = {}, changes: Partial<Edge> = {}) {
    const server = createHttpServer(
      {
        newContext: () => {
          const correlationId = randomUUID();
          return { ...portal.deps, log: log.child({ correlationId }), correlationId, networks: [] };
        },
        viewerOf: async () => citizen.ctx.actor,
        live: async (_, __, response) => void response.end("live"),
        health: async (_, response) => void response.end("{}"),
        auth: (_, request, response) => echo(request, response),
        pages: echo,
        publicOrigin: "https://portal.test",
        ...changes,
      },
      { ...patient, ...limits },
    );
    const opened = await listen(server);
    closers.push(opened.close);
    return { ...opened, server };
  }

  return {
    portal,
    citizen,
    log,
    logLines,
    closers,
    open,
    async close() {
      for (const close of closers) await close();
      await portal.close();
    },
  };
}
