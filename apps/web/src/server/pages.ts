import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import next from "next";

type Options = { dev: boolean; host: string; port: number; publicUrl: string };

/** Next as a handler in our server. Built, it runs in the folder that it was built into. */
export async function preparePages({ dev, host, port, publicUrl }: Options) {
  // next-auth 4 learns its public address from here and from nowhere else.
  process.env.NEXTAUTH_URL = publicUrl;
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
