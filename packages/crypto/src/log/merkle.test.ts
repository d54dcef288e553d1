import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { concat, toHex, utf8, type Bytes } from "../bytes.ts";
import { flipBit, outcome } from "../testing/fixtures.ts";
import { emptyRoot, leafHash, verifyConsistency, verifyInclusion, type TreeHead } from "./merkle.ts";
import { createTree } from "./tree.ts";

const largest = 40;
const sizes = Array.from({ length: largest }, (_, i) => i + 1);
const tree = createTree();
const leaves = await Promise.all(sizes.map((size) => leafHash(utf8(`entry ${size - 1}`))));
for (const leaf of leaves) await tree.append(leaf);
const rootOf = new Map(await Promise.all([0, ...sizes].map(async (size) => [size, await tree.root(size)] as const)));
const headAt = (size: number): TreeHead => ({ size, root: rootOf.get(size) ?? new Uint8Array() });

/** RFC 6962, 2.1, as it is written there, with another implementation of the hash. */
function written(entries: readonly Bytes[]): Bytes {
  const hash = (...parts: Uint8Array[]) =>
    new Uint8Array(
      createHash("sha256")
        .update(concat(...parts))
        .digest(),
    );
  const [only] = entries;
  if (only === undefined) return hash();
  if (entries.length === 1) return hash(Uint8Array.of(0), only);
  const k = 2 ** Math.ceil(Math.log2(entries.length) - 1);
  return hash(Uint8Array.of(1), written(entries.slice(0, k)), written(entries.slice(k)));
}

/** Every proof that is one node away from this one: changed, dropped, doubled, swapped, one too many at either end. */
const spoiled = (proof: readonly Bytes[]): Bytes[][] => [
  ...proof.flatMap((node, at) => [
    proof.with(at, flipBit(node, (at * 37) % 256)),
    proof.with(at, node.slice(1)),
    proof.toSpliced(at, 1),
    proof.toSpliced(at, 0, node),
  ]),
  ...proof.slice(1).map((node, at) => proof.with(at, node).with(at + 1, proof[at] ?? node)),
  [...proof, new Uint8Array(32)],
  [new Uint8Array(32), ...proof],
];

describe("a hash tree", () => {
  it("has the roots of RFC 6962", () => {
    const entries = sizes.map((size) => utf8(`entry ${size - 1}`));
    for (const size of [0, ...sizes]) expect(toHex(headAt(size).root)).toBe(toHex(written(entries.slice(0, size))));
  });

  it("has the published root of an empty tree and of one empty entry", async () => {
    expect(toHex(await emptyRoot())).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    const empty = await leafHash(new Uint8Array());
    expect(toHex(empty)).toBe("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  });

  it("gives no proof for what it does not have", async () => {
    expect(await outcome(() => tree.root(largest + 1))).toBe("E_LIMIT");
    expect(await outcome(() => tree.inclusion(largest))).toBe("E_LIMIT");
    expect(await outcome(() => tree.inclusion(5, 5))).toBe("E_LIMIT");
    expect(await outcome(() => tree.inclusion(-1))).toBe("E_LIMIT");
    expect(await outcome(() => tree.inclusion(0.5))).toBe("E_LIMIT");
    expect(await outcome(() => tree.consistency(7, 6))).toBe("E_LIMIT");
    expect(await outcome(() => tree.consistency(7, largest + 1))).toBe("E_LIMIT");
  });
});

describe("an inclusion proof", () => {
  it.each(sizes)("leads every leaf of a tree of %i to its root, and no other leaf, place or size", async (size) => {
    for (const index of Array(size).keys()) {
      const leaf = leaves[index] ?? new Uint8Array();
      const path = await tree.inclusion(index, size);
      const verify = (change: object = {}) =>
        outcome(() => verifyInclusion({ leaf, index, path, ...headAt(size), ...change }));
      expect(await verify()).toBe("accepted");
      const wrong = [
        { leaf: leaves[(index + 1) % largest] },
        { leaf: flipBit(leaf, (index * 11) % 256) },
        { root: flipBit(headAt(size).root, (size * 7) % 256) },
        { index: size },
        { index: -1 },
        { index: index + 0.5 },
        { index: index + 2 ** 32 },
        { size: Number.MAX_SAFE_INTEGER + 1 },
        ...[...Array(size).keys()].filter((other) => other !== index).map((other) => ({ index: other })),
        ...spoiled(path).map((other) => ({ path: other })),
      ];
      for (const change of wrong) expect([change, await verify(change)]).toEqual([change, "E_LOG_INCLUSION"]);
    }
  });

  it("takes no node for an entry", async () => {
    const path = await tree.inclusion(0, 4);
    const [left = new Uint8Array(), right = new Uint8Array()] = leaves;
    const node = await leafHash(concat(left, right));
    const inclusion = { leaf: node, index: 0, size: 2, root: headAt(4).root, path: path.slice(1) };
    expect(await outcome(() => verifyInclusion(inclusion))).toBe("E_LOG_INCLUSION");
  });
});

describe("a consistency proof", () => {
  it.each(sizes)("leads from every earlier size to %i, and from no other root", async (size) => {
    for (const old of Array(size + 1).keys()) {
      const proof = await tree.consistency(old, size);
      const verify = (nodes = proof, older = headAt(old), newer = headAt(size)) =>
        outcome(() => verifyConsistency(older, newer, nodes));
      expect(await verify()).toBe("accepted");
      for (const other of spoiled(proof)) expect(await verify(other)).toBe("E_LOG_CONSISTENCY");
      const bit = (old * 13) % 256;
      expect(await verify(proof, { size: old, root: flipBit(headAt(old).root, bit) })).toBe("E_LOG_CONSISTENCY");
      // Every tree begins with the empty one, so that the newer root is bound from the first entry on.
      const other = await verify(proof, headAt(old), { size, root: flipBit(headAt(size).root, bit) });
      expect(other).toBe(old === 0 ? "accepted" : "E_LOG_CONSISTENCY");
      for (const other of sizes.filter((one) => one !== old && one <= size))
        expect(await verify(proof, { size: other, root: headAt(old).root })).toBe("E_LOG_CONSISTENCY");
    }
  });

  it("never leads back", async () => {
    expect(await outcome(() => verifyConsistency(headAt(8), headAt(7), []))).toBe("E_LOG_CONSISTENCY");
    expect(await outcome(() => verifyConsistency(headAt(8), { ...headAt(8), size: 8.5 }, []))).toBe(
      "E_LOG_CONSISTENCY",
    );
  });

  it("never leads to a tree in which an old entry was changed", async () => {
    for (const changed of [0, 3, 6]) {
      const other = createTree();
      for (const [at, leaf] of leaves.slice(0, 11).entries())
        await other.append(at === changed ? flipBit(leaf, 0) : leaf);
      const fork = { size: 11, root: await other.root() };
      const proof = await other.consistency(7);
      expect(await outcome(() => verifyConsistency(headAt(7), fork, proof))).toBe("E_LOG_CONSISTENCY");
    }
  });
});
