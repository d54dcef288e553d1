import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { httpWitness } from "./witness.ts";

async function answerOf(listener: RequestListener, isDone: Promise<unknown> = Promise.resolve()) {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  // A listening TCP server has an address of this kind.
  const { port } = server.address() as AddressInfo;
  try {
    const answer = await httpWitness("witness.test", `http://127.0.0.1:${port}`).add("old 0\n");
    await isDone;
    return answer;
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

it("reads the answer of a witness in whatever pieces it comes", async () => {
  const pieces = await answerOf((_, response) => {
    response.writeHead(409).write("1");
    setTimeout(() => response.end("2\n"), 20);
  });
  expect(pieces).toEqual({ status: 409, body: "12\n" });
  expect(await answerOf((_, response) => response.writeHead(503).end())).toEqual({ status: 503, body: "" });
});

it("reads four kilobytes of a witness that sends without end, and hangs up", async () => {
  const { promise: hungUp, resolve } = Promise.withResolvers<void>();
  const { status, body } = await answerOf((_, response) => {
    const timer = setInterval(() => response.write("x".repeat(3_000)), 1);
    response.on("close", () => {
      clearInterval(timer);
      resolve();
    });
  }, hungUp);
  expect({ status, body }).toEqual({ status: 200, body: "x".repeat(4_096) });
});
