import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { randomUUID } from "node:crypto";
import { createDeps } from "@dvd/api/deps";
import type { HttpHandler } from "@dvd/api/http/respond";
import { handleTrpc } from "@dvd/api/http/trpc-handler";
import { openLiveHub } from "@dvd/api/live/hub";
import { findViewer } from "@dvd/api/sessions/find-viewer";
import { serve } from "@dvd/api/testing/serve";
import { createLogger } from "@dvd/config/log";
import { generateSigningKey } from "@dvd/crypto";
import type { SessionId } from "@dvd/domain/ids";

/** Streams and calls as a web process answers them, with the drivers that it opens, beside another one on the same stores. */
const [databaseUrl = "", redisUrl] = process.argv.slice(2);
const directory = mkdtempSync(path.join(tmpdir(), "dvd-bench-leaving-"));
const log = createLogger({ level: "error", service: "bench" });
const { pkcs8: receiptKey } = await generateSigningKey();
const { deps, listen, close } = await createDeps(
  {
    database: { url: databaseUrl },
    blobs: { directory },
    receiptKey,
    sessionSecret: randomUUID(),
    redisUrl,
    processes: 2,
  },
  log,
  "dvd-bench",
);
const hub = await openLiveHub({
  ...deps,
  listen,
  currentActor: ({ sessionId }) => findViewer(deps, sessionId, { touch: false }),
});

const handle: HttpHandler = async (ctx, request, response) => {
  // The measuring process names a session that it has opened.
  const session = String(request.headers["x-session"]) as SessionId;
  const caller = { ...ctx, actor: await findViewer(ctx, session, { touch: false }) };
  if (request.url === "/api/live") return hub.serve(caller, request, response);
  const answer = await handleTrpc(new Request(`http://bench${request.url}`), caller);
  response.writeHead(answer.status).end(await answer.text());
};
const server = await serve(handle, () => ({ ...deps, correlationId: randomUUID(), actor: null, networks: [] }));

process.once("message", () => {
  void (async () => {
    await hub.close();
    await server.close();
    await close();
    rmSync(directory, { recursive: true, force: true });
    process.exit(0);
  })();
});
process.send?.(server.url);
