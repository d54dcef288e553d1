import { describe, expect, it } from "vitest";
import { fromHex, toHex, utf8 } from "../bytes.ts";
import { now, outcome } from "../testing/fixtures.ts";
import { cosigned, hour, knownAs, namedSigner, origin } from "../testing/log.ts";
import { readVectors, type LogVectors } from "../testing/read-vectors.ts";
import { noteKeyId, parseCheckpoint } from "./checkpoint.ts";
import { verifyCheckpoint } from "./cosignature.ts";
import { entryBytes, entryOf, parseEntry } from "./entry.ts";
import { leafHash, verifyConsistency, verifyInclusion } from "./merkle.ts";
import { verifyLogged } from "./proof.ts";
import { createTree } from "./tree.ts";
import { answerAddCheckpoint } from "./witness.ts";

const { trees, entries, checkpoints, logged, witness } = readVectors<LogVectors>("log");

describe("tree vectors", () => {
  const tree = createTree();
  const headOf = ({ size, root }: LogVectors["trees"]["heads"][number]) => ({ size, root: fromHex(root) });
  const included = ({ leaf, index, size, root, path }: LogVectors["trees"]["inclusion"]["accepted"][number]) =>
    outcome(() => verifyInclusion({ leaf: fromHex(leaf), index, size, root: fromHex(root), path: path.map(fromHex) }));
  const grown = ({ older, newer, proof }: LogVectors["trees"]["consistency"]["accepted"][number]) =>
    outcome(() => verifyConsistency(headOf(older), headOf(newer), proof.map(fromHex)));

  it("give the root of every size, and every proof is made again", async () => {
    for (const { size, root } of trees.heads) {
      expect(toHex(await tree.root())).toBe(root);
      await tree.append(await leafHash(utf8(`entry ${size}`)));
    }
    for (const { index, size, path } of trees.inclusion.accepted)
      expect((await tree.inclusion(index, size)).map(toHex)).toEqual(path);
    for (const { older, newer, proof } of trees.consistency.accepted)
      expect((await tree.consistency(older.size, newer.size)).map(toHex)).toEqual(proof);
  });

  it("accept every proof", async () => {
    for (const one of trees.inclusion.accepted) expect(await included(one)).toBe("accepted");
    for (const one of trees.consistency.accepted) expect(await grown(one)).toBe("accepted");
  });

  it.each(trees.inclusion.refused)("refuse an inclusion: $name", async (one) => {
    expect(await included(one)).toBe("E_LOG_INCLUSION");
  });

  it.each(trees.consistency.refused)("refuse a growth: $name", async (one) => {
    expect(await grown(one)).toBe("E_LOG_CONSISTENCY");
  });
});

describe("entry vectors", () => {
  it.each(entries.accepted)("give the leaf: $entry", async ({ statement, entry, leafHash: hash }) => {
    const bytes = entryBytes(await entryOf(utf8(statement)));
    expect([new TextDecoder().decode(bytes), toHex(await leafHash(bytes))]).toEqual([entry, hash]);
    expect(parseEntry(bytes)).toEqual(JSON.parse(entry));
  });

  it.each(entries.refused)("refuse: $name", async ({ entry }) => {
    expect(await outcome(() => parseEntry(utf8(entry)))).toBe("E_LOG_FORMAT");
  });
});

describe("checkpoint vectors", () => {
  it("have the ids of their keys", async () => {
    const { name, spki, ...ids } = checkpoints.keys;
    expect({
      checkpointKeyId: toHex(await noteKeyId("checkpoint", name, fromHex(spki))),
      cosignatureKeyId: toHex(await noteKeyId("cosignature", name, fromHex(spki))),
    }).toEqual(ids);
  });

  it.each(checkpoints.accepted)("accept: $name", async ({ note, signers, origin: log, size, root, body }) => {
    const { signatures, ...read } = await parseCheckpoint(note);
    expect(read).toEqual({ origin: log, size, root: fromHex(root), body });
    expect(signatures.map(({ name, keyId }) => ({ name, keyId: toHex(keyId) }))).toEqual(signers);
  });

  it.each(checkpoints.refused)("refuse: $name", async ({ note }) => {
    expect(await outcome(() => parseCheckpoint(note))).toBe("E_LOG_FORMAT");
  });
});

describe("log vectors", () => {
  const verified = ({ policy, pin, payloads, proof, now: at }: typeof logged) =>
    verifyLogged({
      payloads: payloads.map(utf8),
      proof: {
        checkpoint: proof.checkpoint,
        consistency: proof.consistency.map(fromHex),
        places: proof.places.map(({ index, path }) => ({ index, path: path.map(fromHex) })),
      },
      policy: {
        ...policy,
        logKey: fromHex(policy.logKey),
        witnesses: policy.witnesses.map(({ name, spki }) => ({ name, spki: fromHex(spki) })),
      },
      pin: pin ?? undefined,
      now: new Date(at),
    });
  const { pin, witnessedAt } = logged.result;

  it("give what to remember", async () => {
    expect(await verified(logged)).toEqual({ pin, witnessedAt: new Date(witnessedAt) });
  });

  it.each(logged.accepted)("accept: $name", async ({ change }) => {
    const seen = await verified({ ...logged, ...change });
    expect(seen.pin).toEqual(pin);
    expect(seen.witnessedAt instanceof Date).toBe(true);
  });

  it.each(logged.refused)("refuse: $name", async ({ change, error }) => {
    expect(await outcome(() => verified({ ...logged, ...change }))).toBe(error);
  });
});

describe("a witness", async () => {
  const own = await namedSigner("w1.example");
  const logs = new Map(witness.logs.map((log) => [log.origin, fromHex(log.spki)]));
  const answered = ({ body, stored }: (typeof witness.requests)[number]) =>
    answerAddCheckpoint({ body, logs, stored: () => stored ?? undefined, witness: own, now });

  it.each(witness.requests.filter(({ status }) => status === 200))("cosigns: $name", async (request) => {
    const answer = await answered(request);
    expect(answer).toMatchObject({ status: 200, origin, state: request.state });
    const note = request.body.slice(request.body.indexOf(origin)) + answer.body;
    const policy = { origin, logKey: logs.get(origin) ?? new Uint8Array(), witnesses: [knownAs(own)], threshold: 1 };
    const { witnessedAt } = await verifyCheckpoint(note, { ...policy, maxAgeMs: hour }, now);
    expect(witnessedAt).toEqual(now);
  });

  it.each(witness.requests.filter(({ status }) => status !== 200))("refuses with $status: $name", async (request) => {
    expect(await answered(request)).toEqual({ status: request.status, body: request.answer ?? "" });
  });

  it("reads past the cosignatures of others", async () => {
    const [request] = witness.requests;
    if (request === undefined) throw new Error("no request");
    const other = await namedSigner("w2.example");
    const at = request.body.indexOf(origin);
    const body = request.body.slice(0, at) + (await cosigned(request.body.slice(at), [other], now));
    expect(await answered({ ...request, body })).toMatchObject({ status: 200 });
  });

  it("hides no mistake of its own behind a refusal", async () => {
    const [request] = witness.requests;
    if (request === undefined) throw new Error("no request");
    const damaged = () => ({ size: 4, root: "damaged" });
    const asked = () => answerAddCheckpoint({ body: request.body, logs, stored: damaged, witness: own, now });
    expect(await outcome(asked)).toBe("E_ENCODING");
  });
});
