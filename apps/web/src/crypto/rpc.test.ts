import { CryptoError } from "@dvd/crypto";
import { DomainError } from "@dvd/domain/errors";
import { expect, it } from "vitest";
import { errorOf, type Reply, type Request, serve } from "./rpc.ts";

type Port = Parameters<typeof serve>[1];

/** What a call into a worker ends with, on the page's side. */
async function call(work: () => unknown): Promise<Reply> {
  return new Promise((resolve) => {
    const port: Port = { onmessage: null, postMessage: (reply) => resolve(structuredClone(reply)) };
    serve({ work }, port);
    const data: Request = { id: 1, method: "work", args: [] };
    port.onmessage?.(new MessageEvent("message", { data }));
  });
}

async function failureOf(error: Error) {
  const reply = await call(() => {
    throw error;
  });
  if (reply.kind !== "crypto" && reply.kind !== "domain") throw new Error("it did not fail");
  return { reply, error: errorOf(reply) };
}

it("brings a refusal over with its code and the time to wait, and without any words", async () => {
  const refusal = new DomainError("request.too-many", { retryAfterSeconds: 7, documentId: "d" });
  const { error } = await failureOf(refusal);
  expect(error).toMatchObject({ code: "request.too-many", details: { retryAfterSeconds: 7 } });
  expect((await failureOf(new DomainError("upload.too-large"))).error).toMatchObject({ details: {} });
  expect((await failureOf(new CryptoError("E_SOURCE"))).error).toMatchObject({ code: "E_SOURCE" });
  const { reply } = await failureOf(new Error("secret words"));
  expect(JSON.stringify(reply)).not.toContain("secret");
  expect(errorOf(reply as Extract<Reply, { kind: "domain" }>)).toMatchObject({ code: "internal" });
});
