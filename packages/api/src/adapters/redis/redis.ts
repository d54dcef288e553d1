import type { Logger } from "@dvd/config/log";
import { Redis } from "ioredis";

/** Milliseconds that an answer may take; a healthy one takes less than one. */
const usualPatience = 50;
/** After a failure nobody asks for this long: a Redis that hangs would otherwise cost everybody the whole patience. */
const restMs = 1_000;

export type SharedRedis = {
  /** The answer, or undefined when there is none now. Never throws, never hangs: the caller has decided what then. */
  ask<T>(question: (redis: Redis) => Promise<T>): Promise<T | undefined>;
  close(): void;
};

/** One connection for the process. It starts without a Redis as well, and finds it when it comes. */
export function openRedis(url: string, log: Logger, { patienceMs = usualPatience } = {}): SharedRedis {
  const now = () => performance.now();
  const redis = new Redis(url, {
    commandTimeout: patienceMs,
    connectTimeout: 2_000,
    maxRetriesPerRequest: 0,
    // What cannot be asked now is not asked later: the decision has been taken by then.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    retryStrategy: (attempt) => Math.min(attempt * 100, restMs),
  });
  const firstMoments = untilReady(redis);
  let isHere = true;
  let restsUntil = 0;

  const lost = (error: unknown) => {
    restsUntil = now() + restMs;
    if (isHere) log.event("redis.lost", { error });
    isHere = false;
  };
  // Without a listener the library prints; every command that fails is noticed below.
  redis.on("error", () => undefined);

  return {
    async ask(question) {
      await firstMoments;
      if (now() < restsUntil) return undefined;
      try {
        const answer = await question(redis);
        if (!isHere) log.event("redis.found", {});
        isHere = true;
        return answer;
      } catch (error) {
        lost(error);
        return undefined;
      }
    },
    close: () => redis.disconnect(),
  };
}

/** The first questions of a process wait for its connection, but not long. */
const untilReady = (redis: Redis) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, 10 * usualPatience).unref();
    redis.once("ready", () => resolve());
  });
