import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";
import type { Caller, Scene } from "./scene.ts";

type Sending = { path: string; method?: "GET" | "PUT"; body?: Buffer };

/** The name under which people reach the portal, and under which only it answers. */
export const publicOrigin = "https://portal.test";

/** One request of this route, about the case of the scene. */
export const requests: Readonly<Record<string, (scene: Scene, by: Caller) => Sending | Promise<Sending>>> = {
  "/.well-known/security.txt": () => ({ path: "/.well-known/security.txt" }),
  "/api/audit/checkpoints": () => ({ path: "/api/audit/checkpoints" }),
  "/api/audit/records": () => ({ path: "/api/audit/records?after=0" }),
  "/api/directory/de.json": () => ({ path: "/api/directory/de.json" }),
  "/api/documents/:id/body": async ({ claimed }) => ({
    path: `/api/documents/${(await claimed()).document.documentId}/body`,
  }),
  "/api/live": () => ({ path: "/api/live" }),
  "/api/uploads/:id/parts/0": async ({ pending }, { side }) => {
    const { documentId, parts } = await pending(side);
    return { path: `/api/uploads/${documentId}/parts/0`, method: "PUT", body: parts[0] ?? Buffer.alloc(0) };
  },
  "/api/viewer": () => ({ path: "/api/viewer" }),
  "/health": () => ({ path: "/health" }),
  "/healthz/live": () => ({ path: "/healthz/live" }),
  "/healthz/ready": () => ({ path: "/healthz/ready" }),
};

/** `ok`, or the code with which it was refused, and what came back. Of a stream only the beginning. */
export async function send(url: string, { path, method = "GET", body }: Sending) {
  // Not with `fetch`, which names the host itself.
  const headers = { host: new URL(publicOrigin).host, origin: publicOrigin, "content-length": body?.length ?? 0 };
  const outgoing = request(url + path, { method, headers }).end(body);
  // What Node hands over with this event.
  const [response] = (await once(outgoing, "response")) as [IncomingMessage];
  const isStream = response.headers["content-type"]?.startsWith("text/event-stream") === true;
  const answer = isStream ? "" : await text(response);
  if (isStream) outgoing.destroy();
  const { statusCode = 0 } = response;
  const code = /"code":"([\w.-]+)"/.exec(answer)?.[1] ?? String(statusCode);
  return { verdict: statusCode >= 200 && statusCode < 300 ? "ok" : code, answer };
}
