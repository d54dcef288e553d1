import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import next from "next";

type Options = { dev: boolean; host: string; port: number };

/** Next as a handler in our server. Built, it runs in the folder that it was built into. */
export async function preparePages({ dev, host, port }: Options) {
  const app = next({
    dev,
    hostname: host,
    port,
    dir: dev ? path.resolve(import.meta.dirname, "../..") : process.cwd(),
  });
  await app.prepare();
  const handle = app.getRequestHandler();
  return (request: IncomingMessage, response: ServerResponse) => handle(request, response);
}
