import { cosign, judgeGrowth, type NamedSigner, readAddCheckpoint, type SignedRequest } from "@dvd/crypto";
import type { WitnessState } from "./state.ts";

export type Deciding = {
  witness: NamedSigner;
  /** SPKI of the logs that are watched, by origin. */
  logs: ReadonlyMap<string, Uint8Array>;
  state: WitnessState;
  now: () => Date;
};

export type Answer = { status: number; body: string; size?: number };

/** Checkpoints are public, so anybody can send them again: nobody gets more than one signature a minute out of it. */
const answeredAgainMs = 60_000;
const mostWaiting = 16;

/**
 * Only what would be signed waits for its turn; everything else is refused before, by the state as it is at that
 * moment. In its turn it is judged again, because the state may be another one by then.
 */
export function createDecider({ witness, logs, state, now }: Deciding): (body: string) => Promise<Answer> {
  const made = new Map<string, { checkpoint: string; line: string; at: number }>();
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  const judge = (request: SignedRequest) => judgeGrowth(request, state.last(request.checkpoint.origin));

  function madeBefore({ origin, body, size }: SignedRequest["checkpoint"]): Answer | undefined {
    const before = made.get(origin);
    const age = now().getTime() - (before?.at ?? 0);
    if (before?.checkpoint !== body || age < 0 || age >= answeredAgainMs) return undefined;
    return { status: 200, body: before.line, size };
  }

  async function decide(request: SignedRequest): Promise<Answer> {
    const { checkpoint } = request;
    const judged = await judge(request);
    if (judged.status !== 200) return judged;
    const before = madeBefore(checkpoint);
    if (before) return before;
    const at = now();
    const line = await cosign(checkpoint, witness, at);
    await state.remember(checkpoint.origin, judged.state);
    made.set(checkpoint.origin, { checkpoint: checkpoint.body, line, at: at.getTime() });
    return { status: 200, body: line, size: checkpoint.size };
  }

  /** One after another, each with its state on disk: two forks of one size must not both find the old one. */
  async function inTurn(request: SignedRequest): Promise<Answer> {
    if (waiting >= mostWaiting) return { status: 503, body: "" };
    waiting += 1;
    const turn = last.then(() => decide(request));
    last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      waiting -= 1;
    }
  }

  return async (body) => {
    const read = await readAddCheckpoint({ body, logs });
    if ("refused" in read) return read.refused;
    const judged = await judge(read.request);
    if (judged.status !== 200) return judged;
    return madeBefore(read.request.checkpoint) ?? inTurn(read.request);
  };
}
