import { directoryFile } from "@dvd/api/http/directory-file";
import { downloadDocument } from "@dvd/api/http/download-document";
import { exportAudit } from "@dvd/api/http/export-audit";
import type { HttpHandler } from "@dvd/api/http/respond";
import { uploadPart } from "@dvd/api/http/upload-part";
import { DomainError } from "@dvd/domain/errors";
import type { Caller, Scene } from "./scene.ts";

type Sending = { path: string; method?: "PUT"; body?: Buffer };

/** One request of this route, about the case of the scene. */
export const requests: Readonly<Record<string, (scene: Scene, by: Caller) => Sending | Promise<Sending>>> = {
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
};

const directory = directoryFile();

/** The handler that the server of the web has for a path; `live` comes from the hub of the test. */
export function handlerFor(path: string, live: HttpHandler): HttpHandler {
  if (path === "/api/live") return live;
  if (path.startsWith("/api/directory/")) return directory;
  if (path.startsWith("/api/uploads/")) return uploadPart;
  if (path.startsWith("/api/documents/")) return downloadDocument;
  if (path.startsWith("/api/audit/")) return exportAudit;
  throw new DomainError("request.unknown-path");
}

/** `ok`, or the code with which it was refused, and what came back. Of a stream only the beginning. */
export async function send(url: string, { path, ...init }: Sending) {
  const leaving = new AbortController();
  const { body, ...rest } = init;
  const response = await fetch(url + path, {
    ...rest,
    ...(body && { body: new Uint8Array(body) }),
    signal: leaving.signal,
  });
  const isStream = response.headers.get("content-type")?.startsWith("text/event-stream") === true;
  const answer = isStream ? "" : await response.text();
  if (isStream) leaving.abort();
  return { verdict: response.ok ? "ok" : (/"code":"([\w.-]+)"/.exec(answer)?.[1] ?? String(response.status)), answer };
}
