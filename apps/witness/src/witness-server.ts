import { createServer, type IncomingMessage, type Server } from "node:http";
import type { Logger } from "@dvd/config/log";
import { type Answer, createDecider, type Deciding } from "./decide.ts";

export type WitnessOptions = Deciding & { log: Logger };

/** A proof has at most 63 lines and a note 17 signatures; both together stay far below. */
const longestBody = 65_536;
/** A log needs one. The rest is room for whoever else finds the address. */
const mostConnections = 128;

/** `POST /add-checkpoint` as in C2SP tlog-witness, and the two health addresses of our other processes. */
export function createWitnessServer(options: WitnessOptions): Server {
  const decide = createDecider(options);

  async function answer(request: IncomingMessage): Promise<Answer> {
    if (request.url === "/healthz/live" || request.url === "/healthz/ready") return { status: 200, body: "" };
    if (request.url !== "/add-checkpoint") return { status: 404, body: "" };
    if (request.method !== "POST") return { status: 405, body: "" };
    const body = await readBody(request);
    if (body === null) return { status: 413, body: "" };
    const { size, ...answered } = await decide(body);
    options.log.event("witness.answered", { status: answered.status, ...(size !== undefined && { size }) });
    return answered;
  }

  // Node looks for slow requests every 30 seconds by itself; that long they would keep their connection.
  const server = createServer({ connectionsCheckingInterval: 1_000 }, (request, response) => {
    answer(request)
      .catch((error: unknown) => {
        options.log.event("request.failed", { route: "add-checkpoint", error });
        return { status: 500, body: "" };
      })
      .then(({ status, body }) => response.writeHead(status, { "content-type": "text/plain" }).end(body))
      .catch(() => response.destroy());
  });
  server.headersTimeout = 5_000;
  server.requestTimeout = 10_000;
  server.maxConnections = mostConnections;
  return server;
}

/** Null when it is too long. The rest is not read: whoever sends that much is no log. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > longestBody) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
