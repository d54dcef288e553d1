import { deviceLinkMinutes } from "@dvd/domain/account/ways-back";
import type { ApiClient } from "../trpc/client.ts";

const pause = 2_000;

/**
 * Asks until another device has answered. Null when the question is gone, or ten minutes of this device's own clock are
 * over: a server that let it stand would otherwise have all the time in the world to guess the code.
 */
export async function waitForAnswer(client: ApiClient, linkId: string, signal: AbortSignal): Promise<string | null> {
  const until = performance.now() + deviceLinkMinutes * 60_000;
  while (!signal.aborted && performance.now() < until) {
    const { link } = await client.deviceLinks.getLink.query({}, { signal });
    if (link?.linkId !== linkId) return null;
    // Looked at again: the server decides how long this one question took.
    if (link.answer !== null) return performance.now() < until ? link.answer : null;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return null;
}
