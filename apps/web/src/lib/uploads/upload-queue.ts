import { CryptoError } from "@dvd/crypto";
import type { DomainErrorCode } from "@dvd/domain/errors";
import type { Keys } from "../../crypto/client.ts";
import { pauseUntilTurn } from "../busy/pause-until-turn.ts";
import { newId } from "../new-id.ts";
import { type Problem, problemOf } from "../problem.ts";
import type { ApiClient } from "../trpc/client.ts";
import { pauseAfterFailure } from "./pause-before.ts";
import { createRate } from "./rate.ts";
import { sendFile } from "./send-file.ts";
import { isUnderWay, type UploadItem, type UploadState } from "./upload-item.ts";
import { createUploadList } from "./upload-list.ts";

export type QueuePorts = {
  client: Pick<ApiClient, "documents">;
  keys: Keys;
  isOnline: () => boolean;
  /** Resolves when the device is online, or when it is stopped. */
  online: (signal: AbortSignal) => Promise<void>;
  /** Resolves after the time, or when it is stopped. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  now: () => number;
  random: () => number;
};

export type PickedDocument = Pick<UploadItem, "slot" | "name" | "type" | "flags"> & { file: File };

/** The screen is told this often how far a part is; a voice and a battery have nothing from more. */
const reportEveryMs = 250;

/**
 * The documents of one thing that somebody is about to send: taken in one after the other, and sent one after the other
 * as soon as there is a case to send them to. Nothing is submitted by that.
 */
export function createUploadQueue(bundle: string, accountId: string, ports: QueuePorts) {
  const { keys, client } = ports;
  const list = createUploadList();
  const stops = new Map<string, AbortController>();
  const failures = new Map<string, unknown>();
  let target: string | null = null;
  let pumping: Promise<void> | null = null;
  let taking = Promise.resolve();

  function nextOne() {
    const item = list.all().find(({ state, isRemoved }) => state.is === "waiting" && !isRemoved);
    return item && target ? { fileId: item.fileId, caseId: target } : null;
  }

  /** One run at a time; who asks while it goes on waits for it to come to an end. */
  async function pump(): Promise<void> {
    pumping ??= sendAll();
    await pumping;
  }

  async function sendAll() {
    // Not in the turn of whoever asked: `pumping` has to be set before it can be taken away again.
    await Promise.resolve();
    for (let next = nextOne(); next; next = nextOne()) await sendOne(next.fileId, next.caseId);
    pumping = null;
  }

  async function sendOne(fileId: string, caseId: string) {
    const stop = new AbortController();
    const { signal } = stop;
    stops.set(fileId, stop);
    const report = reporter(fileId, signal);
    for (let tries = 1; !signal.aborted; tries += 1) {
      try {
        await sendFile({ client, keys, fileId, caseId, signal }, report);
        if (!signal.aborted) list.set(fileId, { is: "transferred" });
        return;
      } catch (error) {
        if (signal.aborted || !(await waitAfter(fileId, error, tries, signal))) return;
      }
    }
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
  async function waitAfter(fileId: string, error: unknown, tries: number, signal: AbortSignal) {
    const isOnline = ports.isOnline();
    const problem = problemOf(error, isOnline);
    const turnIn = secondsToTurn(problem);
    if (turnIn !== null) {
      list.set(fileId, { is: "busy" });
      await ports.wait(pauseUntilTurn(turnIn, ports.random()), signal);
      return true;
    }
    if (!isPassing(problem)) {
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

  async function take(fileId: string, { file, ...about }: PickedDocument) {
    const report = (bytes: number) => list.set(fileId, { is: "preparing", done: bytes / file.size });
    try {
      const { isKept } = await keys.addFile({ ...about, file, fileId, bundle, accountId }, report);
      // Taken off the list for good while it was read.
      if (!list.find(fileId)) await keys.removeFile(fileId);
      list.change(fileId, { isKept, state: { is: "waiting" } });
    } catch (error) {
      fail(fileId, error, problemOf(error, true));
    }
    void pump();
  }

  return {
    watch: list.watch,
    all: list.all,

    /** What this device has kept from an earlier visit. */
    async load() {
      for (const { isHere, ...file } of await keys.listFiles(accountId, bundle)) {
        const state: UploadState = isHere ? { is: "waiting" } : { is: "missing", wasOther: false };
        if (!list.find(file.fileId)) list.add({ ...file, state, isRemoved: false });
      }
      void pump();
    },

    /** One after the other: a phone that reads ten files at once does nothing else. */
    add(picked: readonly PickedDocument[]) {
      for (const document of picked) {
        const { file, ...about } = document;
        const fileId = newId();
        const state: UploadState = { is: "preparing", done: 0 };
        list.add({ ...about, fileId, size: file.size, isKept: false, isRemoved: false, state });
        taking = taking.then(() => take(fileId, document));
      }
    },

    /**
     * The only one of its type: an earlier one gives way, unless it is the same; what is signed already would be signed for
     * nothing. Resolves when it lies on this device.
     */
    async put(document: PickedDocument) {
      const earlier = list.all().filter(({ type }) => type === document.type);
      for (const { fileId, state } of earlier) {
        if (await keys.giveFile(fileId, document.file)) {
          if (state.is === "missing") list.set(fileId, { is: "waiting" });
          return;
        }
        await this.drop(fileId);
      }
      this.add([document]);
      await taking;
    },

    /** What is not asked for any more does not travel with the rest. */
    async keepSlots(slots: ReadonlySet<string>) {
      for (const { fileId, slot } of list.all()) if (slot !== "" && !slots.has(slot)) await this.drop(fileId);
    },

    /** From now on there is somewhere to send to. For another case than before all of it is sealed and sent anew. */
    start(caseId: string) {
      const isOther = target !== null && target !== caseId;
      target = caseId;
      if (isOther)
        for (const item of list.all())
          if (item.state.is === "transferred" || isUnderWay(item)) halt(item.fileId, { is: "waiting" });
      void pump();
    },

    pause: (fileId: string) => halt(fileId, { is: "paused" }),

    /** After a pause and after a failure alike. */
    goOn(fileId: string) {
      list.set(fileId, { is: "waiting" });
      void pump();
    },

    /** The same file, picked once more. Another one is not taken for it. */
    async give(fileId: string, file: File) {
      const isSame = await keys.giveFile(fileId, file);
      list.set(fileId, isSame ? { is: "waiting" } : { is: "missing", wasOther: true });
      void pump();
    },

    /** Stopped and hidden; nothing is lost until `drop`. */
    remove(fileId: string) {
      const isBusy = list.find(fileId)?.state.is !== "preparing";
      if (isBusy) halt(fileId);
      list.change(fileId, { isRemoved: true });
    },

    putBack(fileId: string) {
      const item = list.find(fileId);
      const wasStopped = item && ["sending", "busy", "retrying", "offline"].includes(item.state.is);
      list.change(fileId, { isRemoved: false, ...(wasStopped && { state: { is: "waiting" } }) });
      void pump();
    },

    async drop(fileId: string) {
      list.remove(fileId);
      await keys.removeFile(fileId);
    },

    /** Resolves when all of it lies at the server. Throws what somebody has to look at first. */
    async transferred() {
      await taking;
      for (const { fileId, state, isRemoved } of list.all()) {
        if (isRemoved) await this.drop(fileId);
        else if (state.is === "paused" || state.is === "failed") list.set(fileId, { is: "waiting" });
      }
      await pump();
      const open = list.all().find(({ state }) => state.is !== "transferred");
      if (open) throw failures.get(open.fileId) ?? new CryptoError("E_SOURCE");
    },

    /** Signs and finishes every document. Asked again after a lost answer, each is finished once. */
    async finish() {
      for (const { fileId } of list.all()) {
        const { documentId, seal } = (await keys.sealedFile(fileId)) ?? (await sign(fileId));
        await client.documents.finishUpload.mutate({ documentId, seal }).catch(async (error: unknown) => {
          // The server does not have it any more: the next try seals and sends it anew.
          if (isGone(problemOf(error))) {
            await keys.restartFile(fileId);
            list.set(fileId, { is: "waiting" });
          }
          throw error;
        });
      }
    },

    /** All of it has arrived and was submitted: this device keeps nothing of it. */
    async end() {
      for (const { fileId } of list.all()) list.remove(fileId);
      await keys.endBundle(accountId, bundle);
    },

    stop() {
      target = null;
      for (const fileId of stops.keys()) halt(fileId);
    },
  };

  async function sign(fileId: string) {
    if (target === null) throw new CryptoError("E_STATE");
    const { documentId, header, floeHeader } = await keys.startFile(fileId, target);
    const { stored } = await client.documents.startUpload.mutate({ caseId: target, documentId, header, floeHeader });
    return keys.sealFile(fileId, stored);
  }
}

export type UploadQueue = ReturnType<typeof createUploadQueue>;

/** Null unless the server has said when it is worth another try. */
const secondsToTurn = (problem: Problem) =>
  problem.kind === "refused" && problem.code === "request.too-many" ? (problem.retryAfterSeconds ?? null) : null;

const isPassing = (problem: Problem) =>
  problem.kind === "unreachable" || (problem.kind === "refused" && problem.code === "service.unavailable");

const gone: readonly DomainErrorCode[] = ["document.not-found", "upload.incomplete", "container.seal-invalid"];
const isGone = (problem: Problem) => problem.kind === "refused" && gone.includes(problem.code);
