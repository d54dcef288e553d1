import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createLogger } from "@dvd/config/log";
import {
  addCheckpointBody,
  createTree,
  generateSigningKey,
  leafHash,
  signCheckpoint,
  verifyCheckpoint,
} from "@dvd/crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openState } from "./state.ts";
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

/** A witness as a process runs it, over the folder that it had before. */
async function start(state = folder) {
  const server = createWitnessServer({
    witness: { name, key: seen },
    logs: new Map([[origin, log.spki]]),
    state: await openState(state),
    now: () => new Date(),
    log: createLogger({ level: "error", service: "test", destination: { write: () => undefined } }),
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A listening TCP server has an address of this kind.
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
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
      await expect(openState(state)).rejects.toThrow(problem);
    }
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
