import { pauseUntilTurn } from "../lib/busy/pause-until-turn.ts";
import { retryAfterOf } from "./retry-after.ts";

/** So often somebody is told to wait for one document before they are told that it is too much. */
const longestQueue = 5;

type Ports = { wait: (ms: number) => Promise<void>; random: () => number };

/**
 * Who takes a large case along asks more often than the server lets one person ask at once: they wait as long as they are
 * told to, instead of losing everything that was fetched before.
 */
export async function fetchInTurn(ask: () => Promise<Response>, { wait, random }: Ports): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    const response = await ask();
    if (response.status !== 429 || tries === longestQueue) return response;
    await wait(pauseUntilTurn(retryAfterOf(response.headers.get("retry-after")), random()));
  }
}
