import { CryptoError, type LogPin, toHex } from "@dvd/crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { compareLogs, logsToCompare } from "./compare-logs.ts";
import { makeAuthority } from "./testing/authority.ts";
import { type Log, makeLog } from "./testing/log.ts";

const honest = await makeLog();
const forged = honest.fork();

beforeAll(async () => {
  const of = (log: Log) =>
    makeAuthority({ id: crypto.randomUUID(), name: "Stadt", unitIds: [crypto.randomUUID()], log });
  for (const log of [honest, honest, forged, forged]) await of(log);
});

const pinOf = async (log: Log, size: number): Promise<LogPin> => ({ size, root: toHex(await log.root(size)) });
const nothing = new Set<string>();

/** What a browser does, with a server that proves growth in this log. */
async function compare(own: LogPin, seen: LogPin[], server: Log = honest, compared = new Set<string>()) {
  try {
    const logs = logsToCompare(own, seen, compared);
    const steps = logs.slice(1).map(({ size }, at) => server.consistency(logs[at]?.size ?? 0, size));
    await compareLogs(logs, await Promise.all(steps), compared);
    return logsToCompare(own, seen, compared).length === 0 ? "the same" : "not done";
  } catch (error) {
    if (error instanceof CryptoError) return error.code;
    throw error;
  }
}

describe("the key logs of people who write to each other", () => {
  it("are the same when all have seen the same, or nothing", async () => {
    const own = await pinOf(honest, 5);
    expect(logsToCompare(own, [], nothing)).toEqual([]);
    expect(logsToCompare(own, [own, own], nothing)).toEqual([]);
  });

  it("are the same when each has grown out of the one before, and are compared once", async () => {
    const [small, middle, large] = [await pinOf(honest, 3), await pinOf(honest, 5), await pinOf(honest, 9)];
    for (const own of [small, middle, large]) expect(await compare(own, [large, small, middle])).toBe("the same");
  });

  it("are two when the server has shown one of them another one, whatever it proves", async () => {
    const own = await pinOf(honest, 5);
    expect(await compare(own, [await pinOf(forged, 5)])).toBe("E_LOG_FORK");
    for (const server of [honest, forged])
      for (const size of [3, 9])
        expect(await compare(own, [await pinOf(forged, size)], server)).toBe("E_LOG_CONSISTENCY");
    const logs = [own, await pinOf(honest, 9)];
    await expect(compareLogs(logs, [], new Set())).rejects.toMatchObject({ code: "E_LOG_CONSISTENCY" });
  });

  it("are two even when a newer message tells of the right one", async () => {
    const [own, later] = [await pinOf(honest, 5), await pinOf(honest, 9)];
    expect(await compare(own, [await pinOf(forged, 4), later])).toBe("E_LOG_CONSISTENCY");
    expect(await compare(own, [await pinOf(forged, 5), later])).toBe("E_LOG_FORK");
  });

  it("are compared by size and root: one that was proven says nothing about another of its size", async () => {
    const own = await pinOf(honest, 9);
    const compared = new Set<string>();
    expect(await compare(own, [await pinOf(honest, 5)], honest, compared)).toBe("the same");
    expect(await compare(own, [await pinOf(forged, 5)], honest, compared)).toBe("E_LOG_CONSISTENCY");
  });
});
