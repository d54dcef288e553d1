import type { Keys } from "../../crypto/client.ts";
import { pauseUntilTurn } from "../busy/pause-until-turn.ts";
import type { DiscardCases } from "../drafts/discard-cases.ts";
import { type Problem, problemOf } from "../problem.ts";
import type { ApiClient } from "../trpc/client.ts";
import { pauseAfterFailure } from "./pause-before.ts";
import { createRate } from "./rate.ts";
import { sendFile } from "./send-file.ts";
import type { UploadState } from "./upload-item.ts";
import type { UploadList } from "./upload-list.ts";

export type UploadPorts = {
  client: Pick<ApiClient, "documents"> & DiscardCases["client"];
  keys: Keys;
  isOnline: () => boolean;
  /** Resolves when the device is online, or when it is stopped. */
  online: (signal: AbortSignal) => Promise<void>;
  /** Resolves after the time, or when it is stopped. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Says that something is on its way; returns how to say that it has ended. */
  beginSending: () => () => void;
  now: () => number;
  random: () => number;
};

const usualPartsAtOnce = 3;
/** One part at a time has the whole line. If that is too little as often as this, it is for the person to find another one. */
const slowTries = 3;

/** The screen is told this often how far a part is; a voice and a battery have nothing from more. */
const reportEveryMs = 250;

/** Sends what waits on a list, one document after the other, and tries again by itself while that can help. */
export function createUploadSender(list: UploadList, ports: UploadPorts) {
  const { keys, client } = ports;
  const stops = new Map<string, AbortController>();
  const failures = new Map<string, unknown>();
  let target: string | null = null;
  let partsAtOnce = usualPartsAtOnce;
  let pumping: Promise<void> | null = null;

  function nextOne() {
    const item = list.all().find(({ state, isRemoved }) => state.is === "waiting" && !isRemoved);
    return item && target ? { fileId: item.fileId, caseId: target } : null;
  }

  async function sendAll() {
    // Not in the turn of whoever asked: `pumping` has to be set before it can be taken away again.
    await Promise.resolve();
    const end = nextOne() && ports.beginSending();
    for (let next = nextOne(); next; next = nextOne()) await sendOne(next.fileId, next.caseId);
    pumping = null;
    end?.();
  }

  async function sendOne(fileId: string, caseId: string) {
    const stop = new AbortController();
    const { signal } = stop;
    stops.set(fileId, stop);
    const report = reporter(fileId, signal);
    const isWorthIt = createPatience();
    for (let tries = 1; !signal.aborted; tries += 1) {
      try {
        await sendFile({ client, keys, fileId, caseId, partsAtOnce, signal }, report);
        if (!signal.aborted) list.set(fileId, { is: "transferred" });
        return;
      } catch (error) {
        if (signal.aborted || !(await waitAfter(fileId, error, tries, { isWorthIt, signal }))) return;
      }
    }
  }

  /** Whether one more try can help, for one document. */
  function createPatience() {
    let slow = 0;
    return (problem: Problem) => {
      if (!isTooSlow(problem)) return isPassing(problem);
      slow += 1;
      partsAtOnce = 1;
      return slow <= slowTries;
    };
  }

  function reporter(fileId: string, signal: AbortSignal) {
    const rate = createRate(ports.now);
    let last = -reportEveryMs;
    return (sentBytes: number, totalBytes: number) => {
      const now = ports.now();
      if (signal.aborted || (now - last < reportEveryMs && sentBytes < totalBytes)) return;
      last = now;
      const secondsLeft = rate.secondsLeft(sentBytes, totalBytes);
      list.set(fileId, { is: "sending", sentBytes, totalBytes, secondsLeft });
    };
  }

  /** Waits until another try is worth it. False when somebody has to do something about it. */
  async function waitAfter(
    fileId: string,
    error: unknown,
    tries: number,
    { isWorthIt, signal }: { isWorthIt: (problem: Problem) => boolean; signal: AbortSignal },
  ) {
    const isOnline = ports.isOnline();
    const problem = problemOf(error, isOnline);
    const turnIn = secondsToTurn(problem);
    if (turnIn !== null) {
      list.set(fileId, { is: "busy" });
      await ports.wait(pauseUntilTurn(turnIn, ports.random()), signal);
      return true;
    }
    if (!isWorthIt(problem)) {
      fail(fileId, error, problem);
      return false;
    }
    list.set(fileId, { is: isOnline ? "retrying" : "offline" });
    await (isOnline ? ports.wait(pauseAfterFailure(tries, ports.random), signal) : ports.online(signal));
    return true;
  }

  function fail(fileId: string, error: unknown, problem: Problem) {
    failures.set(fileId, error);
    const isGone = problem.kind === "keys" && problem.code === "E_SOURCE";
    list.set(fileId, isGone ? { is: "missing", wasOther: false } : { is: "failed", problem });
  }

  function halt(fileId: string, state?: UploadState) {
    stops.get(fileId)?.abort();
    stops.delete(fileId);
    void keys.stopFile(fileId);
    if (state) list.set(fileId, state);
  }

  return {
    /** The case to send to; null while there is none. */
    target: () => target,
    sendTo(caseId: string) {
      target = caseId;
    },

    /** One run at a time; who asks while it goes on waits for it to come to an end. */
    async pump(): Promise<void> {
      pumping ??= sendAll();
      await pumping;
    },

    fail,
    whyFailed: (fileId: string) => failures.get(fileId),

    halt,
    stop() {
      target = null;
      for (const fileId of stops.keys()) halt(fileId);
    },
  };
}

/** Null unless the server has said when it is worth another try. */
const secondsToTurn = (problem: Problem) =>
  problem.kind === "refused" && problem.code === "request.too-many" ? (problem.retryAfterSeconds ?? null) : null;

const isTooSlow = (problem: Problem) => problem.kind === "refused" && problem.code === "upload.too-slow";

const isPassing = (problem: Problem) =>
  problem.kind === "unreachable" || (problem.kind === "refused" && problem.code === "service.unavailable");
