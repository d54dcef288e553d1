import { expect, it } from "vitest";
import { fetchInTurn } from "./fetch-in-turn.ts";

const refused = (status: number, retryAfter?: string) =>
  new Response(null, { status, headers: retryAfter === undefined ? {} : { "retry-after": retryAfter } });

/** A server that gives these answers and then the document, and a clock that only notes. */
function setOut(...answers: Response[]) {
  const waits: number[] = [];
  const ports = { wait: async (ms: number) => void waits.push(ms), random: () => 0 };
  return { waits, fetched: () => fetchInTurn(async () => answers.shift() ?? new Response("sealed"), ports) };
}

it("a document is waited for as long as the server says, also when it says so more than once", async () => {
  const { waits, fetched } = setOut(refused(429, "7"), refused(429, "30"), refused(429));
  expect(await (await fetched()).text()).toBe("sealed");
  expect(waits).toEqual([7_000, 30_000, 10_000]);
});

it("a document that has no end of waiting is given up", async () => {
  const { waits, fetched } = setOut(...Array.from({ length: 6 }, () => refused(429, "3")));
  expect((await fetched()).status).toBe(429);
  expect(waits).toHaveLength(4);
});

it("a document is not asked for again after any other refusal", async () => {
  const { waits, fetched } = setOut(refused(404, "7"));
  expect((await fetched()).status).toBe(404);
  expect(waits).toEqual([]);
});
