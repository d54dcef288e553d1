import { createWriteStream } from "node:fs";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";

/**
 * Stands between browser and portal and writes down all that passes: lines, headers and bodies of both directions. It
 * asks for uncompressed answers, because what is compressed cannot be searched.
 */
export async function startRecordingProxy(options: { port: number; target: string; file: string }) {
  const record = createWriteStream(options.file);
  const { hostname, port } = new URL(options.target);

  const server = createServer((incoming, outgoing) => {
    record.write(`\n>> ${incoming.method} ${incoming.url}\n${JSON.stringify(incoming.rawHeaders)}\n`);
    const { "accept-encoding": _, ...headers } = incoming.headers;
    const forwarded = request(
      { hostname, port, method: incoming.method ?? "GET", path: incoming.url ?? "/", headers },
      (answer) => passOn(answer, outgoing),
    );
    incoming.on("data", (chunk: Buffer) => record.write(chunk));
    incoming.pipe(forwarded);
    forwarded.on("error", () => outgoing.destroy());
    outgoing.on("close", () => forwarded.destroy());
  });

  function passOn(answer: IncomingMessage, outgoing: ServerResponse) {
    record.write(`\n<< ${answer.statusCode}\n${JSON.stringify(answer.rawHeaders)}\n`);
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.on("data", (chunk: Buffer) => record.write(chunk));
    answer.pipe(outgoing);
    answer.on("error", () => outgoing.destroy());
  }

  await new Promise<void>((resolve) => {
    server.listen(options.port, "127.0.0.1", resolve);
  });
  return async () => {
    server.closeAllConnections();
    server.close();
    await new Promise((resolve) => {
      record.end(resolve);
    });
  };
}
