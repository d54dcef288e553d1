import type { Bytes } from "../bytes.ts";
import { refuseUnless } from "../errors.ts";
import { emptyRoot, isIndexBelow, leftLeaves, nodeHash } from "./merkle.ts";

export type Tree = {
  size(): number;
  /** One after another: a second one that does not wait for the first may put a node into the wrong place. */
  append(leaf: Bytes): Promise<void>;
  /** Each of them also for the tree as it was at an earlier size. Out of range: E_LIMIT. */
  root(size?: number): Promise<Bytes>;
  inclusion(index: number, size?: number): Promise<Bytes[]>;
  consistency(oldSize: number, size?: number): Promise<Bytes[]>;
};

/**
 * The log's side. Keeps every complete subtree: `levels[k][i]` covers leaves i·2^k to (i+1)·2^k. Such a node never
 * changes again, so a server may store the rows (k, i, hash) instead of filling a tree from its leaves when it starts;
 * an append then costs one hash on average, and a proof as many as the tree is high.
 */
export function createTree(): Tree {
  const levels: Bytes[][] = [[]];
  const leaves = () => levels[0]?.length ?? 0;

  async function append(leaf: Bytes): Promise<void> {
    let node = leaf;
    for (let level = 0; ; level++) {
      const row = (levels[level] ??= []);
      row.push(node);
      const left = row.at(-2);
      if (row.length % 2 === 1 || left === undefined) return;
      node = await nodeHash(left, node);
    }
  }

  async function hashOf(start: number, end: number): Promise<Bytes> {
    const size = end - start;
    const complete = levels[Math.log2(size)]?.[start / size];
    if (complete !== undefined) return complete;
    const middle = start + leftLeaves(size);
    return nodeHash(await hashOf(start, middle), await hashOf(middle, end));
  }

  async function pathOf(index: number, start: number, end: number): Promise<Bytes[]> {
    if (end - start === 1) return [];
    const middle = start + leftLeaves(end - start);
    return index < middle
      ? [...(await pathOf(index, start, middle)), await hashOf(middle, end)]
      : [...(await pathOf(index, middle, end)), await hashOf(start, middle)];
  }

  /** `known`: the reader has this subtree's hash, because it is the whole old tree. */
  async function stepsFrom(old: number, start: number, end: number, known: boolean): Promise<Bytes[]> {
    if (old === end) return known ? [] : [await hashOf(start, end)];
    const middle = start + leftLeaves(end - start);
    return old <= middle
      ? [...(await stepsFrom(old, start, middle, known)), await hashOf(middle, end)]
      : [...(await stepsFrom(old, middle, end, false)), await hashOf(start, middle)];
  }

  return {
    size: leaves,
    append,
    async root(size = leaves()) {
      refuseUnless(isIndexBelow(size, leaves() + 1), "E_LIMIT");
      return size === 0 ? emptyRoot() : hashOf(0, size);
    },
    async inclusion(index, size = leaves()) {
      refuseUnless(isIndexBelow(size, leaves() + 1) && isIndexBelow(index, size), "E_LIMIT");
      return pathOf(index, 0, size);
    },
    async consistency(oldSize, size = leaves()) {
      refuseUnless(isIndexBelow(size, leaves() + 1) && isIndexBelow(oldSize, size + 1), "E_LIMIT");
      return oldSize === 0 ? [] : stepsFrom(oldSize, 0, size, true);
    },
  };
}
