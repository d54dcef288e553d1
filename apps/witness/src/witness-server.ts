import { createServer, type IncomingMessage, type Server } from "node:http";
import type { Logger } from "@dvd/config/log";
import { answerAddCheckpoint, type NamedSigner } from "@dvd/crypto";
import type { WitnessState } from "./state.ts";

export type WitnessOptions = {
  witness: NamedSigner;
  /** SPKI of the logs that are watched, by origin. */
  logs: ReadonlyMap<string, Uint8Array>;
  state: WitnessState;
  now: () => Date;
  log: Logger;
};

/** A proof has at most 63 lines and a note 17 signatures; both together stay far below. */
const longestBody = 65_536;

type Answer = { status: number; body: string };

/** `POST /add-checkpoint` as in C2SP tlog-witness, and the two health addresses of our other processes. */
export function createWitnessServer(options: WitnessOptions): Server {
  let last: Promise<unknown> = Promise.resolve();

  /** One decision after another, each with its state on disk: two forks of one size must not both find the old one. */
  function inTurn(body: string): Promise<Answer> {
    const turn = last.then(() => decide(options, body));
    last = turn.catch(() => undefined);
    return turn;
  }

  async function answer(request: IncomingMessage): Promise<Answer> {
    if (request.url === "/healthz/live" || request.url === "/healthz/ready") return { status: 200, body: "" };
    if (request.url !== "/add-checkpoint") return { status: 404, body: "" };
    if (request.method !== "POST") return { status: 405, body: "" };
    const body = await readBody(request);
    return body === null ? { status: 413, body: "" } : inTurn(body);
  }

  const server = createServer((request, response) => {
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
  return server;
}

async function decide({ witness, logs, state, now, log }: WitnessOptions, body: string): Promise<Answer> {
  const answer = await answerAddCheckpoint({ body, logs, stored: state.last, witness, now: now() });
  if (answer.status === 200) await state.remember(answer.origin, answer.state);
  log.event("witness.answered", { status: answer.status, ...(answer.status === 200 && { size: answer.state.size }) });
  return { status: answer.status, body: answer.body };
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
