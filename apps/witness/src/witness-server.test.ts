import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { ConfigError, describeProblems } from "@dvd/config/config-error";
import { createLogger } from "@dvd/config/log";
import {
  addCheckpointBody,
  createTree,
  generateSigningKey,
  leafHash,
  signCheckpoint,
  verifyCheckpoint,
} from "@dvd/crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openState, type WitnessState } from "./state.ts";
import { createWitnessServer } from "./witness-server.ts";

const origin = "log.test/keys";
const name = "witness.test";
const log = (await generateSigningKey()).key;
const seen = (await generateSigningKey()).key;
const policy = { origin, logKey: log.spki, witnesses: [{ name, spki: seen.spki }], threshold: 1, maxAgeMs: 60_000 };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "dvd-witness-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Change = { state?: (real: WitnessState) => WitnessState; now?: () => Date };

/** A witness as a process runs it, over the folder that it had before. */
async function start(place = folder, { state = (real) => real, now = () => new Date() }: Change = {}) {
  const isFirstStart = !existsSync(path.join(place, "witnessed.json"));
  const server = createWitnessServer({
    witness: { name, key: seen },
    logs: new Map([[origin, log.spki]]),
    state: state(await openState(place, { isFirstStart })),
    now,
    log: createLogger({ level: "error", service: "test", destination: { write: () => undefined } }),
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A listening TCP server has an address of this kind.
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    port,
    async add(body: string) {
      const response = await fetch(`${url}/add-checkpoint`, { method: "POST", body });
      return { status: response.status, body: await response.text() };
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function treeOf(...entries: string[]) {
  const tree = createTree();
  for (const entry of entries) await tree.append(await leafHash(new TextEncoder().encode(entry)));
  const noteAt = async (size: number) =>
    signCheckpoint({ size, root: await tree.root(size) }, { name: origin, key: log });
  const request = async (old: number, size: number) =>
    addCheckpointBody(old, await tree.consistency(old, size), await noteAt(size));
  return { noteAt, request };
}

const honest = await treeOf("a", "b", "c", "d", "e");
const forked = await treeOf("a", "b", "x", "d", "e");

describe("a witness", () => {
  it("signs a log that grows, so that readers believe it", async () => {
    const witness = await start();
    const first = await witness.add(await honest.request(0, 2));
    expect(first.status).toBe(200);
    const note = (await honest.noteAt(2)) + first.body;
    // Signatures are made anew each time; the line belongs to the text above it, not to one signature.
    expect(await verifyCheckpoint(note, policy, new Date())).toMatchObject({ size: 2 });
    expect((await witness.add(await honest.request(2, 3))).status).toBe(200);
    await witness.stop();
  });

  it("remembers what it has signed when it starts again, and signs no other history", async () => {
    const witness = await start();
    expect(await witness.add(await honest.request(0, 2))).toEqual({ status: 409, body: "3\n" });
    expect((await witness.add(await forked.request(3, 5))).status).toBe(422);
    expect(await witness.add(await forked.request(3, 3))).toEqual({ status: 409, body: "3\n" });
    expect((await witness.add(await honest.request(3, 4))).status).toBe(200);
    await witness.stop();
  });

  it("signs one of two histories that are offered at the same moment", async () => {
    const state = path.join(folder, "at-once");
    const witness = await start(state);
    const offers = await Promise.all([honest, forked, honest, forked].map((tree) => tree.request(0, 5)));
    const answers = await Promise.all(offers.map((body) => witness.add(body)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409]);
    await witness.stop();
  });

  it("has written down what it signed before the signature leaves", async () => {
    const state = path.join(folder, "durable");
    const witness = await start(state);
    await witness.add(await honest.request(0, 5));
    expect(JSON.parse(await readFile(path.join(state, "witnessed.json"), "utf8"))).toMatchObject({
      [origin]: { size: 5 },
    });
    expect(await readdir(state)).toEqual(["witnessed.json"]);
    await witness.stop();
  });

  it("does not start over a memory that it cannot read", async () => {
    for (const [content, problem] of [
      ["", "JSON"],
      ["{", "JSON"],
      ['{"log.test/keys":{"size":-1,"root":""}}', "size"],
      ['{"log.test/keys":{"size":1}}', "root"],
    ] as const) {
      const state = await mkdtemp(path.join(folder, "damaged-"));
      await writeFile(path.join(state, "witnessed.json"), content);
      await expect(openState(state, { isFirstStart: false })).rejects.toThrow(problem);
    }
  });

  it("starts without a memory once, when a person says that it is the first time", async () => {
    const open = (state: string, isFirstStart: boolean) =>
      openState(state, { isFirstStart }).then(
        () => "open",
        (error: unknown) => (error instanceof ConfigError ? describeProblems(error) : error),
      );
    const state = path.join(folder, "first");
    expect(await open(state, false)).toContain("needs a new name and key");
    expect(await open(state, true)).toBe("open");
    expect(await open(state, true)).toContain("start without --first-start");
    expect(await open(state, false)).toBe("open");
  });

  it("refuses what is no checkpoint of a log that it watches", async () => {
    const witness = await start(path.join(folder, "strict"));
    const stranger = (await generateSigningKey()).key;
    const head = { size: 1, root: await leafHash(new Uint8Array()) };
    const note = (signer: { name: string; key: typeof log }) => signCheckpoint(head, signer);
    expect((await witness.add("")).status).toBe(400);
    expect((await witness.add("old 0\n\nnonsense")).status).toBe(400);
    const foreign = await note({ name: "log.other/keys", key: log });
    expect((await witness.add(addCheckpointBody(0, [], foreign))).status).toBe(404);
    const forgedNote = await note({ name: origin, key: stranger });
    expect((await witness.add(addCheckpointBody(0, [], forgedNote))).status).toBe(403);
    expect((await witness.add("x".repeat(70_000))).status).toBe(413);
    expect((await fetch(`${witness.url}/add-checkpoint`)).status).toBe(405);
    expect((await fetch(`${witness.url}/elsewhere`)).status).toBe(404);
    expect((await fetch(`${witness.url}/healthz/ready`)).status).toBe(200);
    await witness.stop();
  });
});

/** A disk that takes its time for the third entry, and says what was written to it. */
function slowDisk() {
  const writes: number[] = [];
  let release = () => undefined as void;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const state = (real: WitnessState): WitnessState => ({
    last: real.last,
    async remember(to, pin) {
      writes.push(pin.size);
      if (pin.size === 3) await held;
      await real.remember(to, pin);
    },
  });
  return { writes, release, state };
}

describe("whoever only makes a witness work", () => {
  const statuses = (answers: { status: number }[]) => [...new Set(answers.map(({ status }) => status))];
  const many = (times: number, ask: (at: number) => Promise<{ status: number; body: string }>) =>
    Promise.all(Array.from({ length: times }, (_, at) => ask(at)));

  it("gets the line that was made before for a minute, and then a new one", async () => {
    const at = { now: Date.parse("2026-11-21T08:00:00.000Z") };
    const state = path.join(folder, "replayed");
    const witness = await start(state, { now: () => new Date(at.now) });
    const made = await witness.add(await honest.request(0, 2));
    at.now += 59_999;
    // Another signature of the log under the same text, so another request.
    expect(await witness.add(await honest.request(2, 2))).toEqual(made);
    // What does not follow from the state is no replay: neither another old size nor another tree.
    expect(await witness.add(await honest.request(0, 2))).toEqual({ status: 409, body: "2\n" });
    at.now += 1;
    const anew = await witness.add(await honest.request(2, 2));
    expect(anew.status).toBe(200);
    expect(anew.body).not.toBe(made.body);
    await witness.stop();
  });

  it("makes it write nothing that is written already", async () => {
    const at = { now: Date.now() };
    const state = path.join(folder, "unchanged");
    const witness = await start(state, { now: () => new Date(at.now) });
    await witness.add(await honest.request(0, 2));
    const before = await stat(path.join(state, "witnessed.json"));
    at.now += 60_000;
    expect((await witness.add(await honest.request(2, 2))).status).toBe(200);
    expect((await stat(path.join(state, "witnessed.json"))).ino).toBe(before.ino);
    expect((await witness.add(await honest.request(2, 3))).status).toBe(200);
    expect((await stat(path.join(state, "witnessed.json"))).ino).not.toBe(before.ino);
    await witness.stop();
  });

  it("is answered without a turn, and takes none from a growth", async () => {
    const disk = slowDisk();
    const witness = await start(path.join(folder, "flooded"), { state: disk.state });
    const made = await witness.add(await honest.request(0, 2));
    const growth = witness.add(await honest.request(2, 3));
    await vi.waitFor(() => expect(disk.writes).toEqual([2, 3]));
    // While the disk is busy, every turn waits. These are answered all the same, so they wait for none.
    const same = await honest.request(2, 2);
    expect(await many(40, () => witness.add(same))).toEqual(Array(40).fill(made));
    const old = await honest.request(1, 2);
    const forged = addCheckpointBody(
      0,
      [],
      await signCheckpoint({ size: 1, root: new Uint8Array(32) }, { name: origin, key: seen }),
    );
    expect(statuses(await many(40, () => witness.add(old)))).toEqual([409]);
    expect(statuses(await many(40, () => witness.add(forged)))).toEqual([403]);
    expect(statuses(await many(40, (at) => witness.add(`old ${at}`)))).toEqual([400]);
    disk.release();
    expect((await growth).status).toBe(200);
    const flood = many(100, () => witness.add(forged));
    expect((await witness.add(await honest.request(3, 4))).status).toBe(200);
    expect(statuses(await flood)).toEqual([403]);
    await witness.stop();
  });

  it("waits with fifteen others behind the one that is decided; the next is told to come again", async () => {
    const disk = slowDisk();
    const witness = await start(path.join(folder, "full"), { state: disk.state });
    const body = await honest.request(0, 3);
    const first = witness.add(body);
    await vi.waitFor(() => expect(disk.writes).toEqual([3]));
    const others = Array.from({ length: 20 }, () => witness.add(body));
    const refused: number[] = [];
    const noted = others.map(async (other) => {
      const { status } = await other;
      if (status === 503) refused.push(status);
      return other;
    });
    await vi.waitFor(() => expect(refused).toHaveLength(5));
    disk.release();
    expect((await first).status).toBe(200);
    expect(statuses(await Promise.all(noted)).toSorted((a, b) => a - b)).toEqual([409, 503]);
    expect(refused).toHaveLength(5);
    expect(disk.writes).toEqual([3]);
    await witness.stop();
  });

  it("cannot hold more than 128 connections", async () => {
    const witness = await start(path.join(folder, "connections"));
    const sockets = Array.from({ length: 140 }, () => connect(witness.port, "127.0.0.1"));
    const closed = new Set<number>();
    for (const [at, socket] of sockets.entries()) socket.on("error", () => undefined).on("close", () => closed.add(at));
    await vi.waitFor(() => expect(closed.size).toBe(12));
    for (const socket of sockets) socket.destroy();
    await witness.stop();
  });
});
