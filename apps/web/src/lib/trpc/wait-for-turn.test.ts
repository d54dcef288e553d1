import type { AppRouter } from "@dvd/api/root";
import { createTRPCClient, TRPCClientError, type TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTurns } from "../busy/turns.ts";
import { waitForTurn } from "./wait-for-turn.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("navigator", { onLine: true });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const busy = { code: "request.too-many", correlationId: "", retryAfterSeconds: 40 };

/** The client with a server that says this, call after call. */
function clientOf(...answers: (object | "done")[]) {
  const turns = createTurns();
  let calls = 0;
  const server: TRPCLink<AppRouter> = () => () =>
    observable((observer) => {
      const answer = answers[calls];
      calls += 1;
      if (answer === "done") {
        observer.next({ result: { data: { services: [] } } });
        observer.complete();
      } else observer.error(TRPCClientError.from({ error: { code: -32_029, message: "x", data: answer } }));
    });
  const client = createTRPCClient<AppRouter>({ links: [waitForTurn(turns), server] });
  return { turns, client, calls: () => calls };
}

describe("a call that was told to come back", () => {
  it("waits, says until when, and then goes through as if nothing had been", async () => {
    const { turns, client, calls } = clientOf(busy, "done");
    const answer = client.directory.listServices.query({});
    await vi.advanceTimersByTimeAsync(39_000);
    expect(calls()).toBe(1);
    expect(turns.next()).toBeGreaterThanOrEqual(Date.now() + 1_000);
    await vi.advanceTimersByTimeAsync(3_100);
    expect(await answer).toEqual({ services: [] });
    expect(turns.next()).toBeNull();
  });

  it("is refused in the end when it comes too soon once more", async () => {
    const { turns, client, calls } = clientOf(busy, busy, "done");
    const answer = client.directory.listServices.query({}).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(43_000);
    expect(await answer).toMatchObject({ data: { code: "request.too-many" } });
    expect(calls()).toBe(2);
    expect(turns.next()).toBeNull();
  });

  it("is forgotten together with the page that made it", async () => {
    const { turns, client, calls } = clientOf(busy, "done");
    const page = new AbortController();
    const answer = client.directory.listServices.query({}, { signal: page.signal }).catch(() => "given up");
    await vi.advanceTimersByTimeAsync(1_000);
    page.abort();
    expect(await answer).toBe("given up");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(calls()).toBe(1);
    expect(turns.next()).toBeNull();
  });

  it("is not held back when it was refused for another reason", async () => {
    const { client, calls } = clientOf({ code: "case.conflict", correlationId: "" });
    await expect(client.directory.listServices.query({})).rejects.toMatchObject({ data: { code: "case.conflict" } });
    expect(calls()).toBe(1);
  });
});
