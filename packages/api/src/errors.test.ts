import { DomainError, domainErrorCodes } from "@dvd/domain/errors";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { afterAll, describe, expect, it } from "vitest";
import { codeOf, retryAfterOf, statusOf } from "./errors.ts";
import { handleTrpc } from "./http/trpc-handler.ts";
import { openPortal } from "./testing/portal.ts";
import { anId } from "./testing/sealing.ts";

const portal = await openPortal();
afterAll(() => portal.close());

describe("a code", () => {
  it.each(domainErrorCodes)("%s has one status, for tRPC as for plain HTTP", (code) => {
    const { trpc, http } = statusOf[code];
    expect(getHTTPStatusCodeFromError(new TRPCError({ code: trpc }))).toBe(http);
  });

  it("survives being wrapped by the transport", () => {
    const refusal = new DomainError("case.conflict");
    expect(codeOf(refusal)).toBe("case.conflict");
    expect(codeOf(new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: refusal }))).toBe("case.conflict");
    expect(codeOf(new TRPCError({ code: "CONFLICT", message: "case.conflict" }))).toBe("case.conflict");
  });

  it("of what nobody foresaw is internal, whatever it says", () => {
    for (const error of [new Error("case.conflict"), new TypeError(), "case.conflict", null, undefined])
      expect(codeOf(error)).toBe("internal");
    expect(codeOf(new TRPCError({ code: "INTERNAL_SERVER_ERROR", message: "duplicate key (name)=(…)" }))).toBe(
      "internal",
    );
  });
});

describe("a database that has too much to do", () => {
  const { db } = portal.requestOf(null);
  const failure = (...statements: string[]) =>
    db
      .transaction(async (tx) => {
        for (const statement of statements) await tx.execute(statement);
      })
      .catch((error: unknown) => error);

  it("is worth another try a little later: nothing has happened", async () => {
    const lock = "select pg_advisory_xact_lock(4711)";
    const waitedForLock = await db.transaction(async (tx) => {
      await tx.execute(lock);
      return failure("set local lock_timeout = '20ms'", lock);
    });
    const tookTooLong = await failure("set local statement_timeout = '20ms'", "select pg_sleep(5)");
    for (const error of [waitedForLock, tookTooLong]) {
      expect(codeOf(error)).toBe("service.unavailable");
      expect(retryAfterOf(error)).toBe(5);
    }
  });

  it("is not one that has found a mistake of ours", async () => {
    expect(codeOf(await failure("select 1 / 0"))).toBe("internal");
  });
});

describe("an answer of tRPC", () => {
  const secret = "Frau Beispiel, password=hunter2";
  const ask = async (path: string, input: unknown, ctx = portal.requestOf(null)) => {
    const url = `https://portal.test/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`;
    const response = await handleTrpc(new Request(url), ctx);
    return { status: response.status, body: await response.text(), ctx };
  };
  const envelope = (code: string, httpStatus: number, correlationId: string) => ({
    error: expect.objectContaining({
      message: code,
      data: { code, httpStatus, correlationId, at: expect.stringMatching(/^\d{4}-.*Z$/) },
    }),
  });

  it("to an internal error is the code and where to find it in the log, and nothing else", async () => {
    const request = portal.requestOf(null);
    const db: typeof request.db = Object.assign(Object.create(request.db) as typeof request.db, {
      transaction: () => Promise.reject(new Error(secret)),
    });
    const { status, body } = await ask("directory.listServices", {}, { ...request, db });
    expect(status).toBe(500);
    expect(JSON.parse(body)).toEqual(envelope("internal", 500, request.correlationId));
    expect(body).not.toMatch(/hunter2|stack|node_modules/);
    expect(portal.logLines.join("")).not.toContain("hunter2");
  });

  it("to a wrong input does not repeat the input", async () => {
    const { status, body, ctx } = await ask("directory.findOffice", { serviceKey: secret, postalCode: secret });
    expect(status).toBe(400);
    expect(JSON.parse(body)).toEqual(envelope("request.invalid", 400, ctx.correlationId));
    expect(body).not.toContain("hunter2");
  });

  it("has the status of its code", async () => {
    expect((await ask("cases.getCase", { caseId: anId() })).status).toBe(401);
    expect((await ask("directory.getKeys", { tenantId: anId() })).status).toBe(404);
    expect((await ask("cases.noSuchThing", {})).status).toBe(404);
  });

  it("to more than ten calls at once is a refusal", async () => {
    const many = (count: number) => ask(Array.from({ length: count }, () => "directory.listServices").join(","), {});
    const batched = async (count: number) => {
      const paths = Array.from({ length: count }, () => "directory.listServices").join(",");
      const input = JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, place) => [place, {}])));
      const url = `https://portal.test/api/trpc/${paths}?batch=1&input=${encodeURIComponent(input)}`;
      return (await handleTrpc(new Request(url), portal.requestOf(null))).status;
    };
    expect(await batched(10)).toBe(200);
    expect(await batched(11)).toBe(400);
    expect((await many(2)).status).toBe(404);
  });
});
