import { CryptoError } from "@dvd/crypto";
import { DomainError, type DomainErrorCode } from "@dvd/domain/errors";
import { TRPCClientError } from "@trpc/client";
import { describe, expect, it, vi } from "vitest";
import { createUnderWay } from "./under-way.ts";
import { createUploadQueue } from "./upload-queue.ts";

const refusal = (code: DomainErrorCode) =>
  TRPCClientError.from({ error: { code: -32_000, message: code, data: { code, correlationId: "0123456789" } } });

const picked = (name: string) => ({
  slot: "s",
  name,
  type: "application/pdf",
  flags: [],
  file: new File(["content"], name),
});

/** The key holder and the server as far as a queue calls them: three parts each, and each call of a part can fail first. */
function setOut() {
  const failures: Error[] = [];
  const stored = new Map<string, Set<number>>();
  const begun = new Set<string>();
  const sealed = new Set<string>();
  const givenUp: string[] = [];
  let inFlight = 0;
  const sent: string[] = [];
  const kept: string[] = [];
  const names = new Map<string, string>();
  let isOnline = true;
  const underWay = createUnderWay();
  const world = {
    goOnline: () => {},
    waits: [] as number[],
    atServer: stored,
    sent,
    kept,
    givenUp,
    foreign: false,
    flights: [] as number[],
  };
  /** Held back until `release`: a part that is on its way. */
  let gate: Promise<void> = Promise.resolve();
  const keys = {
    listFiles: async () => [] as object[],
    addFile: async ({ fileId, name }: { fileId: string; name: string }) => {
      names.set(fileId, name);
      kept.push(name);
      return { fileId, isKept: true };
    },
    leftBy: async (fileId: string) => ({
      documentId: begun.has(fileId) ? fileId : null,
      cases: sealed.has(fileId) ? ["c"] : [],
    }),
    removeFile: async (fileId: string) => void kept.splice(kept.indexOf(names.get(fileId) ?? ""), 1),
    forgetCase: async () => undefined,
    giveFile: async (_fileId: string, file: File) => file.name === "same",
    sealedFile: async (fileId: string) => (sealed.has(fileId) ? { documentId: fileId, seal: "s", caseId: "c" } : null),
    startFile: async (fileId: string) => {
      begun.add(fileId);
      return { documentId: fileId, header: "", floeHeader: "", bodyLength: 17_825_792, parts: 3 };
    },
    ownsParts: async () => !world.foreign,
    restartFile: async (fileId: string) => {
      world.foreign = false;
      stored.delete(fileId);
      sealed.delete(fileId);
      return fileId;
    },
    sendPart: async (fileId: string, part: number) => {
      world.flights.push((inFlight += 1));
      await gate;
      inFlight -= 1;
      const failure = failures.shift();
      if (failure) throw failure;
      sent.push(`${names.get(fileId)} ${part}`);
      stored.set(fileId, (stored.get(fileId) ?? new Set()).add(part));
    },
    stopFile: async () => undefined,
    sealFile: async (fileId: string) => {
      sealed.add(fileId);
      return { documentId: fileId, seal: "s", caseId: "c" };
    },
    endBundle: async () => undefined,
  };
  const finish = vi.fn(async (_input: object) => ({}));
  const documents = {
    startUpload: {
      mutate: async ({ documentId }: { documentId: string }) => ({
        stored: [...(stored.get(documentId) ?? [])].map((part) => ({ part, digests: "" })),
      }),
    },
    finishUpload: { mutate: finish },
    abandonUpload: {
      mutate: async ({ documentId }: { documentId: string }) => void givenUp.push(names.get(documentId) ?? ""),
    },
  };
  const cases = { discardDraft: { mutate: async ({ caseId }: { caseId: string }) => void givenUp.push(caseId) } };
  // As much of both as a queue touches.
  const queue = createUploadQueue("b", "a", {
    keys: keys as never,
    client: { documents, cases } as never,
    isOnline: () => isOnline,
    online: () =>
      new Promise((resolve) => {
        world.goOnline = () => {
          isOnline = true;
          resolve();
        };
      }),
    wait: async (ms) => void world.waits.push(ms),
    beginSending: underWay.begin,
    now: () => 0,
    random: () => 1,
  });
  return {
    ...world,
    world,
    underWay,
    queue,
    finish,
    fail: (...next: Error[]) => failures.push(...next),
    goOffline: () => (isOnline = false),
    hold() {
      let release = () => {};
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return () => release();
    },
    states: () => queue.all().map(({ name, state }) => `${name} ${state.is}`),
    idOf: (name: string) => queue.all().find((item) => item.name === name)?.fileId ?? "",
    problemOf: () => queue.all().flatMap(({ state }) => (state.is === "failed" ? [state.problem] : [])),
  };
}

const unavailable = () => new DomainError("service.unavailable");

describe("the queue of documents", () => {
  it("sends nothing before there is a case, and then one document after the other", async () => {
    const { queue, states, sent } = setOut();
    queue.add([picked("one"), picked("two")]);
    await vi.waitFor(() => expect(states()).toEqual(["one waiting", "two waiting"]));
    expect(sent).toEqual([]);
    queue.start("c");
    await queue.transferred();
    expect(states()).toEqual(["one transferred", "two transferred"]);
    expect(sent).toEqual(["one 0", "one 1", "one 2", "two 0", "two 1", "two 2"]);
  });

  it("tries again by itself while the line or the server fails, later each time, and sends only what is missing", async () => {
    const { queue, states, sent, waits, fail } = setOut();
    fail(unavailable(), unavailable(), unavailable(), unavailable());
    queue.add([picked("one")]);
    queue.start("c");
    await queue.transferred();
    expect(states()).toEqual(["one transferred"]);
    expect(waits).toEqual([1_000, 2_000]);
    expect(sent.toSorted()).toEqual(["one 0", "one 1", "one 2"]);
  });

  it("waits as long as the server says when it was too much at once, and loses nothing", async () => {
    const { queue, states, sent, waits, fail, hold } = setOut();
    fail(new DomainError("request.too-many", { retryAfterSeconds: 7 }));
    const release = hold();
    const seen: string[] = [];
    queue.watch(() => seen.push(...states()));
    queue.add([picked("one")]);
    queue.start("c");
    release();
    await queue.transferred();
    expect(states()).toEqual(["one transferred"]);
    expect(seen).toContain("one busy");
    expect(seen).not.toContain("one failed");
    expect(waits).toEqual([9_000]);
    expect(sent.toSorted()).toEqual(["one 0", "one 1", "one 2"]);
  });

  it("stops when it is too much and nobody says for how long", async () => {
    const { queue, states, fail } = setOut();
    fail(new DomainError("request.too-many"));
    queue.add([picked("one")]);
    queue.start("c");
    await vi.waitFor(() => expect(states()).toEqual(["one failed"]));
  });

  it("sends one part at a time over a line that is too slow for three, and goes on by itself", async () => {
    const { queue, states, sent, world, fail } = setOut();
    const tooSlow = () => new DomainError("upload.too-slow");
    fail(tooSlow(), tooSlow(), tooSlow());
    const seen: string[] = [];
    queue.watch(() => seen.push(...states()));
    queue.add([picked("one")]);
    queue.start("c");
    await vi.waitFor(() => expect(states()).toEqual(["one transferred"]));
    expect(seen).toContain("one retrying");
    expect(seen).not.toContain("one failed");
    expect(world.flights).toEqual([1, 2, 3, 1, 1, 1]);
    expect(sent.toSorted()).toEqual(["one 0", "one 1", "one 2"]);
  });

  it("stops at a line that is too slow for one part, and says so", async () => {
    const { queue, states, problemOf, fail } = setOut();
    fail(...Array.from({ length: 6 }, () => new DomainError("upload.too-slow")));
    queue.add([picked("one")]);
    queue.start("c");
    await vi.waitFor(() => expect(states()).toEqual(["one failed"]));
    expect(problemOf()).toMatchObject([{ code: "upload.too-slow" }]);
  });

  it("is under way for as long as it sends, waits or tries again, and not when somebody has to do something", async () => {
    const { queue, states, underWay, hold, idOf } = setOut();
    queue.add([picked("one"), picked("two")]);
    await vi.waitFor(() => expect(states()).toEqual(["one waiting", "two waiting"]));
    expect(underWay.isAny()).toBe(false);
    const release = hold();
    queue.start("c");
    await vi.waitFor(() => expect(states()).toEqual(["one sending", "two waiting"]));
    expect(underWay.isAny()).toBe(true);
    queue.pause(idOf("two"));
    release();
    await vi.waitFor(() => expect(underWay.isAny()).toBe(false));
    expect(states()).toEqual(["one transferred", "two paused"]);
  });

  it("tells the server what nobody finishes any more: the upload, or the case if something was signed for it", async () => {
    const { queue, states, idOf, givenUp, finish, world } = setOut();
    queue.add([picked("one"), picked("two"), picked("three")]);
    await vi.waitFor(() => expect(states()).toEqual(["one waiting", "two waiting", "three waiting"]));
    await queue.drop(idOf("three"));
    expect(givenUp, "it never began").toEqual([]);
    queue.start("c");
    await queue.transferred();
    await queue.drop(idOf("two"));
    expect(givenUp).toEqual(["two"]);
    finish.mockRejectedValueOnce(refusal("upload.incomplete"));
    await expect(queue.finish()).rejects.toThrow("upload.incomplete");
    expect(givenUp).toEqual(["two", "one"]);
    world.foreign = true;
    await queue.transferred();
    expect(givenUp).toEqual(["two", "one", "one"]);
    await queue.finish();
    await queue.drop(idOf("one"));
    expect(givenUp).toEqual(["two", "one", "one", "c"]);
  });

  it("waits while the device is offline, and goes on when it is not", async () => {
    const { queue, states, fail, goOffline, world } = setOut();
    goOffline();
    fail(unavailable());
    queue.add([picked("one")]);
    queue.start("c");
    await vi.waitFor(() => expect(states()).toEqual(["one offline"]));
    world.goOnline();
    await queue.transferred();
    expect(states()).toEqual(["one transferred"]);
  });

  it("stops at a refusal, says which, and goes on with the others", async () => {
    const { queue, states, fail, problemOf } = setOut();
    const refused = new DomainError("upload.too-large");
    fail(refused);
    queue.add([picked("one"), picked("two")]);
    queue.start("c");
    await vi.waitFor(() => expect(states()).toEqual(["one failed", "two transferred"]));
    expect(problemOf()).toMatchObject([{ kind: "refused", code: "upload.too-large" }]);
    fail(refused);
    await expect(queue.transferred()).rejects.toBe(refused);
    await queue.transferred();
    expect(states()).toEqual(["one transferred", "two transferred"]);
  });

  it("asks for the file again when it is not here any more, and takes only the same one", async () => {
    const { queue, states, fail, idOf } = setOut();
    fail(new CryptoError("E_SOURCE"));
    queue.add([picked("one")]);
    queue.start("c");
    await vi.waitFor(() => expect(states()).toEqual(["one missing"]));
    await queue.give(idOf("one"), new File([], "other"));
    expect(queue.all()).toMatchObject([{ state: { is: "missing", wasOther: true } }]);
    await queue.give(idOf("one"), new File([], "same"));
    await queue.transferred();
    expect(states()).toEqual(["one transferred"]);
  });

  it("pauses and goes on", async () => {
    const { queue, states, idOf, hold } = setOut();
    const release = hold();
    queue.add([picked("one")]);
    queue.start("c");
    await vi.waitFor(() => expect(states()).toEqual(["one sending"]));
    queue.pause(idOf("one"));
    release();
    await vi.waitFor(() => expect(states()).toEqual(["one paused"]));
    queue.goOn(idOf("one"));
    await vi.waitFor(() => expect(states()).toEqual(["one transferred"]));
  });

  it("puts back what was taken off the list, and deletes it only when it is dropped", async () => {
    const { queue, states, idOf, kept } = setOut();
    queue.add([picked("one")]);
    await vi.waitFor(() => expect(states()).toEqual(["one waiting"]));
    queue.remove(idOf("one"));
    expect(kept).toEqual(["one"]);
    queue.putBack(idOf("one"));
    queue.start("c");
    await queue.transferred();
    queue.remove(idOf("one"));
    await queue.drop(idOf("one"));
    expect(kept).toEqual([]);
    expect(states()).toEqual([]);
  });

  it("submits nothing that was taken off the list", async () => {
    const { queue, idOf, finish } = setOut();
    queue.add([picked("one"), picked("two")]);
    queue.start("c");
    await queue.transferred();
    queue.remove(idOf("two"));
    await queue.transferred();
    await queue.finish();
    expect(finish.mock.calls.map(([input]) => input)).toEqual([{ documentId: idOf("one"), seal: "s" }]);
  });

  it("keeps the only document of its type when it is the same, and lets it give way to another", async () => {
    const { queue, kept } = setOut();
    const answers = (name: string) => ({ ...picked(name), slot: "", type: "answers" });
    await queue.put(answers("same"));
    await queue.put(answers("same"));
    expect([kept, queue.all().length]).toEqual([["same"], 1]);
    await queue.put(answers("other"));
    expect([kept, queue.all().length]).toEqual([["other"], 1]);
  });

  it("begins a document anew when the server holds something else under its name", async () => {
    const { queue, states, world } = setOut();
    world.foreign = true;
    queue.add([picked("one")]);
    queue.start("c");
    await queue.transferred();
    expect(states()).toEqual(["one transferred"]);
  });

  it("sends a document anew that the server has lost, at the next try", async () => {
    const { queue, finish, states } = setOut();
    queue.add([picked("one")]);
    queue.start("c");
    await queue.transferred();
    finish.mockRejectedValueOnce(refusal("upload.incomplete"));
    await expect(queue.finish()).rejects.toThrow("upload.incomplete");
    expect(states()).toEqual(["one waiting"]);
    await queue.transferred();
    await queue.finish();
    expect(finish).toHaveBeenCalledTimes(2);
  });
});
