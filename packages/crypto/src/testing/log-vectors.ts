import { concat, equalBytes, fromBase64, toBase64, toHex, utf8, type Bytes } from "../bytes.ts";
import { noteKeyId, parseCheckpoint, signCheckpoint, type NamedSigner } from "../log/checkpoint.ts";
import type { LogPolicy } from "../log/cosignature.ts";
import { entryBytes, entryOf } from "../log/entry.ts";
import { leafHash } from "../log/merkle.ts";
import { createTree } from "../log/tree.ts";
import { addCheckpointBody } from "../log/witness.ts";
import { now, withByte } from "./fixtures.ts";
import { cosigned, hour, knownAs, makeLog, namedSigner, origin, payload } from "./log.ts";

const flip = (bytes: Bytes, at = 0) => withByte(bytes, at, (byte) => byte ^ 1);
const ago = (hours: number) => new Date(now.getTime() - hours * hour);
const upTo = (end: number) => Array.from({ length: end }, (_, i) => i);
const largest = 20;

export const logVectors = async () => ({
  trees: await trees(),
  entries: await entries(),
  checkpoints: await checkpoints(),
  logged: await logged(),
  witness: await witness(),
});

/** Leaf i is the entry `entry i`. Proofs for every place and every pair of sizes up to 9, refused neighbours of some. */
async function trees() {
  const tree = createTree();
  for (const i of upTo(largest)) await tree.append(await leafHash(utf8(`entry ${i}`)));
  const heads = await Promise.all(upTo(largest + 1).map(async (size) => ({ size, root: await tree.root(size) })));
  const leaf = (index: number) => leafHash(utf8(`entry ${index}`));
  const inclusion = async (index: number, size: number) => {
    return {
      leaf: await leaf(index),
      index,
      size,
      root: await tree.root(size),
      path: await tree.inclusion(index, size),
    };
  };
  const consistency = async (old: number, size: number) => ({
    older: { size: old, root: await tree.root(old) },
    newer: { size, root: await tree.root(size) },
    proof: await tree.consistency(old, size),
  });
  const small = upTo(10).flatMap((size) => upTo(size + 1).map((other) => [other, size] as const));
  const place = await inclusion(5, 7);
  const growth = await consistency(6, 8);
  const both = [...place.path, new Uint8Array(32)];
  const steps = growth.proof;
  return {
    heads,
    inclusion: {
      accepted: await Promise.all(small.filter(([index, size]) => index < size).map((pair) => inclusion(...pair))),
      refused: [
        { name: "other leaf", ...place, leaf: await leaf(4) },
        { name: "other place", ...place, index: 4 },
        { name: "place outside", ...place, index: 7 },
        { name: "place that is the same in 32 bits", ...place, index: 5 + 2 ** 32 },
        { name: "negative place", ...place, index: -1 },
        { name: "half a place", ...place, index: 5.5 },
        { name: "size of a tree of another shape", ...place, size: 6 },
        { name: "empty tree", ...place, size: 0 },
        { name: "other root", ...place, root: flip(place.root) },
        { name: "changed node", ...place, path: place.path.with(1, flip(place.path[1] ?? place.root, 31)) },
        { name: "one node less at the leaf", ...place, path: place.path.slice(1) },
        { name: "one node less at the root", ...place, path: place.path.slice(0, -1) },
        { name: "one node more at the root", ...place, path: both },
        { name: "one node more at the leaf", ...place, path: [new Uint8Array(32), ...place.path] },
        { name: "nodes in the other order", ...place, path: place.path.toReversed() },
        { name: "node of 31 bytes", ...place, path: place.path.map((node) => node.slice(1)) },
        { name: "one leaf and a node too many", ...(await inclusion(0, 1)), path: [new Uint8Array(32)] },
      ],
    },
    consistency: {
      accepted: await Promise.all(small.map((pair) => consistency(...pair))),
      refused: [
        { name: "other older root", ...growth, older: { ...growth.older, root: flip(growth.older.root) } },
        { name: "other newer root", ...growth, newer: { ...growth.newer, root: flip(growth.newer.root) } },
        { name: "other older size", ...growth, older: { ...growth.older, size: 5 } },
        { name: "newer size of another shape", ...growth, newer: { ...growth.newer, size: 16 } },
        { name: "smaller than before", ...growth, older: growth.newer, newer: growth.older },
        { name: "changed node", ...growth, proof: steps.with(0, flip(steps[0] ?? growth.older.root)) },
        { name: "one node less", ...growth, proof: steps.slice(1) },
        { name: "one node more", ...growth, proof: [...steps, new Uint8Array(32)] },
        { name: "nodes in the other order", ...growth, proof: steps.toReversed() },
        { name: "no proof", ...growth, proof: [] },
        { name: "same size, other root", ...growth, newer: { size: 6, root: flip(growth.older.root) }, proof: [] },
        { name: "same size, with a node", ...growth, newer: growth.older, proof: [new Uint8Array(32)] },
        { name: "from the empty tree with a node", ...(await consistency(0, 8)), proof: [new Uint8Array(32)] },
        {
          name: "from an empty tree that has another root",
          ...(await consistency(0, 8)),
          older: { size: 0, root: new Uint8Array(32) },
        },
      ],
    },
  };
}

async function entries() {
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const entry = await entryOf(payload(3));
  const leaf = text(entryBytes(entry));
  const { version, ...others } = entry;
  const receiptKey = JSON.stringify({
    type: "receipt-key",
    authority: "stadt-musterhausen",
    key: "A".repeat(160),
    not_before: "2026-11-01T00:00:00.000Z",
    expires: "2027-11-01T00:00:00.000Z",
  });
  const accept = async (statement: Uint8Array) => {
    const bytes = entryBytes(await entryOf(statement));
    return { statement: text(statement), entry: text(bytes), leafHash: await leafHash(bytes) };
  };
  return {
    accepted: [await accept(payload(3)), await accept(utf8(receiptKey))],
    refused: [
      { name: "fields in another order", entry: JSON.stringify({ ...others, version }) },
      { name: "white space", entry: leaf.replace(",", ", ") },
      { name: "line end", entry: `${leaf}\n` },
      { name: "other version", entry: leaf.replace('"version":1', '"version":2') },
      { name: "unknown type", entry: leaf.replace('"members"', '"root-rotation"') },
      { name: "unknown field", entry: leaf.replace("}", ',"note":""}') },
      { name: "a field less", entry: leaf.replace(/"unit_id":"[^"]*",/, "") },
      { name: "number 0", entry: leaf.replace('"seq":3', '"seq":0') },
      { name: "hash in capitals", entry: JSON.stringify({ ...entry, statement: entry.statement.toUpperCase() }) },
      { name: "short hash", entry: JSON.stringify({ ...entry, statement: entry.statement.slice(2) }) },
    ],
  };
}

async function checkpoints() {
  const { log, tree, checkpoint } = await makeLog([1, 2, 3].map(payload));
  const note = await checkpoint();
  const [, , root = "", , line = ""] = note.split("\n");
  const again = (await checkpoint()).slice(note.indexOf("\u2014"));
  const stranger = (i: number) => `\u2014 w${i}.example ${toBase64(new Uint8Array(32 + i))}\n`;
  const accept = async (name: string, text: string) => {
    const { signatures, ...others } = await parseCheckpoint(text);
    return { name, note: text, ...others, signers: signatures.map((one) => ({ name: one.name, keyId: one.keyId })) };
  };
  const refuse = (name: string, text: string) => ({ name, note: text });
  const empty = await makeLog([]);
  return {
    keys: {
      spki: log.key.spki,
      name: origin,
      checkpointKeyId: await noteKeyId("checkpoint", origin, log.key.spki),
      cosignatureKeyId: await noteKeyId("cosignature", origin, log.key.spki),
    },
    accepted: [
      await accept("three entries", note),
      await accept("no entries", await empty.checkpoint()),
      await accept("largest size", await signCheckpoint({ size: 2 ** 53 - 1, root: await tree.root() }, log)),
      await accept("17 signatures", note + upTo(16).map(stranger).join("")),
    ],
    refused: [
      refuse("nothing", ""),
      refuse("no signature", note.slice(0, note.indexOf("\u2014"))),
      refuse("18 signatures", note + upTo(17).map(stranger).join("")),
      refuse("no blank line", note.replace("\n\n", "\n")),
      refuse("two blank lines", note.replace("\n\n", "\n\n\n")),
      refuse("extension line", note.replace("\n\n", "\nextension\n\n")),
      refuse("no line end", note.slice(0, -1)),
      refuse("two line ends", `${note}\n`),
      refuse("carriage returns", note.replaceAll("\n", "\r\n")),
      refuse("byte order mark", `\ufeff${note}`),
      refuse("zero before the size", note.replace("\n3\n", "\n03\n")),
      refuse("sign before the size", note.replace("\n3\n", "\n+3\n")),
      refuse("size in hex", note.replace("\n3\n", "\n0x3\n")),
      refuse("size of 2^53", note.replace("\n3\n", `\n${2 ** 53}\n`)),
      refuse("no entries, but a root", note.replace("\n3\n", "\n0\n")),
      refuse("root of 31 bytes", note.replace(root, toBase64(new Uint8Array(31)))),
      refuse("root of 33 bytes", note.replace(root, toBase64(new Uint8Array(33)))),
      refuse("root without padding", note.replace(root, root.slice(0, -1))),
      refuse("root with stray bits", note.replace(root, `${"A".repeat(42)}B=`)),
      refuse("root in base64url", note.replace(root, `${"_".repeat(42)}8=`)),
      refuse("no origin", note.replace(origin, "")),
      refuse("origin in capitals", note.replace(origin, origin.toUpperCase())),
      refuse("origin of 101 characters", note.replace(origin, "a".repeat(101))),
      refuse("hyphen for the dash", note.replace("\u2014", "-")),
      refuse("two spaces", note.replace("\u2014 ", "\u2014  ")),
      refuse("signature without a value", note.replace(line, `\u2014 ${origin}`)),
      refuse("signature of no bytes", note.replace(line, `\u2014 ${origin} AAAAAA==`)),
      refuse("signature in base64url", note.replace(line, `\u2014 ${origin} AAAAAA__`)),
      refuse("signature longer than 8192 characters", `${note}\u2014 w1.example ${"A".repeat(8196)}\n`),
      refuse("plus in a name", `${note}\u2014 a+b AAAAAAAA\n`),
      refuse("one line twice", `${note}${line}\n`),
      refuse("two lines by one key", note + again),
    ],
  };
}

const spkiHex = ({ logKey, witnesses, ...others }: LogPolicy) => ({
  ...others,
  logKey: toHex(logKey),
  witnesses: witnesses.map(({ name, spki }) => ({ name, spki: toHex(spki) })),
});

async function logged() {
  const payloads = [1, 2, 3, 4, 5, 6, 7].map(payload);
  const { log, witnesses, tree, policy, checkpoint, pinAt, proofOf } = await makeLog(payloads);
  const [w1, w2, w3] = witnesses as [NamedSigner, NamedSigner, NamedSigner];
  const fork = await makeLog([...payloads.slice(0, 3), payload(44), ...payloads.slice(4)]);
  const note = await checkpoint();
  const good = await cosigned(note, [w1, w2], ago(2));
  const places = [6, 0, 3];
  const stated = places.map((place) => new TextDecoder().decode(payloads[place]));
  const proof = await proofOf(good, places, 7, 4);
  const under = (text: string) => ({ proof: { ...proof, checkpoint: text } });
  const signedAs = async (signer: NamedSigner) =>
    cosigned(await signCheckpoint({ size: 7, root: await tree.root() }, signer), [w1, w2], ago(2));
  const spoiledLine = (text: string, signer: string) =>
    text.replace(new RegExp(`(\u2014 ${signer} )(.+)\n`), (_, start: string, value: string) => {
      return `${start}${toBase64(flip(fromBase64(value), 60))}\n`;
    });
  const impostor = { ...(await namedSigner("w2.example")), name: w2.name };
  const policyWith = (change: Partial<LogPolicy>) => ({ policy: spkiHex({ ...policy, ...change }) });
  const refuse = (name: string, error: string, change: object) => ({ name, error, change });
  const swapped = { ...proof, places: proof.places.toReversed() };
  return {
    now: now.toISOString(),
    policy: spkiHex(policy),
    pin: await pinAt(4),
    payloads: stated,
    proof,
    result: { pin: await pinAt(7), witnessedAt: ago(2).toISOString() },
    accepted: [
      { name: "nothing remembered", change: { pin: null, proof: { ...proof, consistency: [] } } },
      { name: "the same size remembered", change: { pin: await pinAt(7), proof: { ...proof, consistency: [] } } },
      { name: "one witness enough", change: policyWith({ threshold: 1, maxAgeMs: 2 * hour }) },
      { name: "as old as allowed", change: policyWith({ maxAgeMs: 2 * hour }) },
      { name: "a stranger's cosignature besides", change: under(await cosigned(good, [impostor], now)) },
      {
        name: "a witness a day ahead does not change the time",
        change: { ...under(await cosigned(await cosigned(note, [w1], ago(-24)), [w2], ago(2))) },
      },
    ],
    refused: [
      refuse("threshold 0", "E_LOG_POLICY", policyWith({ threshold: 0 })),
      refuse("threshold above the number of witnesses", "E_LOG_POLICY", policyWith({ threshold: 4 })),
      refuse(
        "one key under two names",
        "E_LOG_POLICY",
        policyWith({ witnesses: [knownAs(w1), { ...knownAs(w1), name: "w9.example" }] }),
      ),
      refuse("log key that is none", "E_KEY", policyWith({ logKey: log.key.spki.slice(1) })),
      refuse(
        "witness key that is none",
        "E_KEY",
        policyWith({ witnesses: [...witnesses.map(knownAs), { name: "w4.example", spki: new Uint8Array(120) }] }),
      ),
      refuse("the log as a witness", "E_LOG_POLICY", policyWith({ witnesses: [knownAs(w1), knownAs(log)] })),
      refuse("malformed checkpoint", "E_LOG_FORMAT", under(good.replace("\n7\n", "\n07\n"))),
      refuse("another log", "E_LOG_ORIGIN", under(await signedAs({ ...log, name: "other.example" }))),
      refuse("another key of the same name", "E_LOG_SIG", under(await signedAs(await namedSigner(origin)))),
      refuse("changed size", "E_LOG_SIG", under(good.replace("\n7\n", "\n8\n"))),
      refuse("changed signature", "E_LOG_SIG", under(spoiledLine(good, origin))),
      refuse("no log signature", "E_LOG_SIG", under(good.replace(note.slice(note.indexOf("\u2014")), ""))),
      refuse("no witness", "E_LOG_WITNESS", under(note)),
      refuse("one witness too few", "E_LOG_WITNESS", under(await cosigned(note, [w1], ago(2)))),
      refuse("an impostor as the second", "E_LOG_WITNESS", under(await cosigned(note, [w1, impostor], ago(2)))),
      refuse("a forged third", "E_LOG_WITNESS", under(spoiledLine(await cosigned(good, [w3], ago(2)), w3.name))),
      refuse(
        "the second too far ahead",
        "E_LOG_WITNESS",
        under(await cosigned(await cosigned(note, [w1], ago(2)), [w2], ago(-25))),
      ),
      refuse(
        "a cosignature of another size",
        "E_LOG_WITNESS",
        under(good + (await cosigned(await checkpoint(6), [w3], now)).split("\n").slice(-2).join("\n")),
      ),
      refuse("a millisecond too old", "E_LOG_OLD", policyWith({ maxAgeMs: 2 * hour - 1 })),
      refuse("larger size remembered", "E_LOG_FORK", { pin: { size: 8, root: "00".repeat(32) } }),
      refuse("other root remembered", "E_LOG_FORK", { pin: await fork.pinAt(7) }),
      refuse("other history remembered", "E_LOG_CONSISTENCY", { pin: await fork.pinAt(4) }),
      refuse("no proof of growth", "E_LOG_CONSISTENCY", { proof: { ...proof, consistency: [] } }),
      refuse("proof of growth with nothing remembered", "E_LOG_CONSISTENCY", { pin: null }),
      refuse("proof of growth at the same size", "E_LOG_CONSISTENCY", { pin: await pinAt(7) }),
      refuse("malformed statement", "E_STATEMENT", { payloads: ["{}", ...stated.slice(1)] }),
      refuse("statement that is not logged", "E_LOG_INCLUSION", {
        payloads: [new TextDecoder().decode(payload(99)), ...stated.slice(1)],
      }),
      refuse("places in another order", "E_LOG_INCLUSION", { proof: swapped }),
      refuse("a place less", "E_LOG_INCLUSION", { proof: { ...proof, places: proof.places.slice(1) } }),
      refuse("a statement less", "E_LOG_INCLUSION", { payloads: stated.slice(1) }),
    ],
  };
}

async function witness() {
  const { log, tree, checkpoint, pinAt } = await makeLog([1, 2, 3, 4, 5, 6, 7].map(payload));
  const fork = await makeLog([1, 2, 33, 4, 5, 6, 7].map(payload));
  const [note4, note7] = [await checkpoint(4), await checkpoint(7)];
  const steps = await tree.consistency(4, 7);
  const stored = await pinAt(4);
  const forged = await signCheckpoint({ size: 7, root: await fork.tree.root() }, log);
  const forged4 = await signCheckpoint({ size: 4, root: await fork.tree.root(4) }, log);
  const good = addCheckpointBody(4, steps, note7);
  const ask = (name: string, status: number, body: string, change: object = {}) => ({
    name,
    status,
    body,
    stored,
    ...change,
  });
  const [node = new Uint8Array(32)] = steps;
  if (equalBytes(await fork.tree.root(4), await tree.root(4))) throw new Error("the fork is none");
  return {
    logs: [{ origin, spki: log.key.spki }],
    requests: [
      ask("growth", 200, good, { state: await pinAt(7) }),
      ask("the same again, for a new time", 200, addCheckpointBody(4, [], note4), { state: stored }),
      ask("first checkpoint", 200, addCheckpointBody(0, [], note7), { stored: null, state: await pinAt(7) }),
      ask(
        "unknown log",
        404,
        addCheckpointBody(0, [], await signCheckpoint(await headAt(tree), { ...log, name: "other.example" })),
      ),
      ask("another key", 403, addCheckpointBody(4, steps, await fork.checkpoint(7))),
      ask("old size that is not the stored one", 409, addCheckpointBody(3, await tree.consistency(3, 7), note7), {
        answer: "4\n",
      }),
      ask("old size 0, to learn the stored one", 409, addCheckpointBody(0, [], note7), { answer: "4\n" }),
      ask("smaller than stored", 400, addCheckpointBody(7, [], note4)),
      ask("same size, other root", 409, addCheckpointBody(4, [], forged4), { answer: "4\n" }),
      ask("growth from another history", 422, addCheckpointBody(4, await fork.tree.consistency(4, 7), forged)),
      ask("changed node", 422, addCheckpointBody(4, [flip(node), ...steps.slice(1)], note7)),
      ask("no proof", 422, addCheckpointBody(4, [], note7)),
      ask("proof for a first checkpoint", 422, addCheckpointBody(0, steps, note7), { stored: null }),
      ask("proof for the same size", 422, addCheckpointBody(4, steps, note4)),
      ask("64 nodes", 400, addCheckpointBody(4, Array<Bytes>(64).fill(node), note7)),
      ask("no old size", 400, good.replace("old 4\n", "")),
      ask("zero before the old size", 400, good.replace("old 4\n", "old 04\n")),
      ask("no blank line before the checkpoint", 400, good.replace("\n\n", "\n")),
      ask("node in another alphabet", 400, good.replace(toBase64(node), `${"_".repeat(42)}8=`)),
      ask(
        "node of 32 bytes and more",
        422,
        addCheckpointBody(4, [concat(node, Uint8Array.of(0)).slice(0, 31), ...steps.slice(1)], note7),
      ),
      ask("malformed checkpoint", 400, good.slice(0, -1)),
      ask("nothing", 400, ""),
    ],
  };
}

const headAt = async (tree: { size(): number; root(): Promise<Bytes> }) => ({
  size: tree.size(),
  root: await tree.root(),
});
