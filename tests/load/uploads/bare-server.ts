import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { open, rm } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import type { FromServer, Round, ToServer } from "./messages.ts";

/** What nobody can save: take the bytes, hash them, write them, flush them, answer. No session, no database, no check. */
const folder = mkdtempSync(path.join(tmpdir(), "dvd-bench-bare-"));
let taken = 0;

async function store(request: IncomingMessage) {
  const hash = createHash("sha256");
  const file = await open(path.join(folder, String((taken += 1))), "wx");
  try {
    for await (const chunk of request) {
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return hash.digest("hex");
}

const server = createServer((request, response) => {
  const work = request.method === "PUT" ? store(request) : Promise.resolve("");
  work.then(
    (digest) => response.end(digest),
    () => response.destroy(),
  );
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
const address = server.address();
const port = typeof address === "object" && address ? address.port : 0;

const prepare = ({ count }: Round): FromServer => ({
  url: `http://127.0.0.1:${port}`,
  uploads: Array.from({ length: count }, (_, index) => ({ documentId: String(index), session: "" })),
  files: [],
});

process.on("message", (message: ToServer) => {
  if (message !== "stop") process.send?.(prepare(message));
  else void rm(folder, { recursive: true }).then(() => process.exit(0));
});
process.send?.("ready");
