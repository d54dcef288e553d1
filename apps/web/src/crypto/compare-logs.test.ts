import { CryptoError, type LogPin, toHex } from "@dvd/crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { compareLogs, logToCompare } from "./compare-logs.ts";
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
const codeOf = async (attempt: () => unknown) => {
  try {
    await attempt();
    return "accepted";
  } catch (error) {
    if (error instanceof CryptoError) return error.code;
    throw error;
  }
};

describe("the key logs of two people who write to each other", () => {
  it("are the same when both have seen the same, or nothing", async () => {
    const own = await pinOf(honest, 5);
    expect(logToCompare(own, [], new Set())).toBeNull();
    expect(logToCompare(own, [own], new Set())).toBeNull();
  });

  it("are the same when one has grown out of the other, whichever is larger, and are compared once", async () => {
    const [small, large] = [await pinOf(honest, 5), await pinOf(honest, 9)];
    for (const [own, seen] of [
      [small, large],
      [large, small],
    ] as const) {
      const compared = new Set<string>();
      expect(logToCompare(own, [seen], compared)).toEqual({ from: 5, to: 9 });
      await compareLogs(own, [seen], compared, await honest.consistency(5, 9));
      expect(logToCompare(own, [seen], compared)).toBeNull();
    }
  });

  it("are two when the server has shown each of them another one", async () => {
    const own = await pinOf(honest, 5);
    expect(await codeOf(async () => logToCompare(own, [await pinOf(forged, 5)], new Set()))).toBe("E_LOG_FORK");
    const seen = [await pinOf(forged, 9)];
    for (const log of [honest, forged]) {
      const consistency = await log.consistency(5, 9);
      expect(await codeOf(() => compareLogs(own, seen, new Set(), consistency))).toBe("E_LOG_CONSISTENCY");
    }
    expect(await codeOf(() => compareLogs(own, seen, new Set(), []))).toBe("E_LOG_CONSISTENCY");
  });

  it("are two even when only an older message tells of it", async () => {
    const [own, later] = [await pinOf(honest, 5), await pinOf(honest, 9)];
    const seen = [await pinOf(forged, 5), later];
    expect(await codeOf(() => logToCompare(own, seen, new Set()))).toBe("E_LOG_FORK");
  });
});
