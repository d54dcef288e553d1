import { describe } from "vitest";
import { cacheBehaviour } from "./behaviour.ts";
import { memoryCache } from "./memory.ts";

describe("cache in memory", () => {
  cacheBehaviour(async () => {
    let at = 0;
    const wait = async (ms: number) => {
      at += ms;
    };
    return { cache: memoryCache({ now: () => at }), wait };
  });
});
