import { Agent, request } from "node:http";
import type { FromServer, Upload } from "./messages.ts";

const partsAtOnce = 4;

/** All uploads at once, each with its own connections; the parts of one as a browser sends them, four at a time. */
export async function sendAll({ url, uploads }: FromServer, parts: readonly Buffer[]) {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const refusals = new Map<string, number>();
  const start = performance.now();
  await Promise.all(
    uploads.map((upload) =>
      sendOne(agent, url, upload, parts).catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        refusals.set(reason, (refusals.get(reason) ?? 0) + 1);
      }),
    ),
  );
  const seconds = (performance.now() - start) / 1_000;
  agent.destroy();
  return { seconds, refusals };
}

async function sendOne(agent: Agent, url: string, { documentId, session }: Upload, parts: readonly Buffer[]) {
  const waiting = [...parts.entries()];
  const sender = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      await ask(agent, `${url}/api/uploads/${documentId}/parts/${next[0]}`, "PUT", session, next[1]);
  };
  await Promise.all(Array.from({ length: partsAtOnce }, sender));
  await ask(agent, `${url}/${documentId}`, "POST", session);
}

const ask = (agent: Agent, url: string, method: string, session: string, body?: Buffer) =>
  new Promise<void>((resolve, reject) => {
    const headers = { "x-session": session, "content-length": body?.length ?? 0 };
    const outgoing = request(url, { agent, method, headers }, (response) => {
      response.resume();
      response.once("end", () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`status ${response.statusCode}`)),
      );
    });
    outgoing.once("error", reject);
    outgoing.end(body);
  });
