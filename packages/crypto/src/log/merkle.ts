import { concat, equalBytes, type Bytes } from "../bytes.ts";
import { refuseUnless, type CryptoErrorCode } from "../errors.ts";
import { sha256 } from "../primitives.ts";

/** The hash tree of RFC 6962 over SHA-256. Leaves and nodes are hashed apart: no node can be shown as an entry. */
export const leafHash = (entry: Bytes): Promise<Bytes> => sha256(concat(Uint8Array.of(0), entry));
export const nodeHash = (left: Bytes, right: Bytes): Promise<Bytes> => sha256(concat(Uint8Array.of(1), left, right));
export const emptyRoot = (): Promise<Bytes> => sha256(new Uint8Array());

export const isIndexBelow = (index: number, end: number): boolean =>
  Number.isSafeInteger(index) && index >= 0 && index < end;

/** The largest power of two below the size: so many leaves stand under the left hand of a tree. */
export function leftLeaves(size: number): number {
  let leaves = 1;
  // No shifts: sizes may have more than 32 bits.
  while (leaves * 2 < size) leaves *= 2;
  return leaves;
}

/** Takes nodes from the end, where those next to the root are. The caller asks whether any are left over. */
function nodesOf(proof: readonly Bytes[], code: CryptoErrorCode) {
  let left = proof.length;
  return {
    next(): Bytes {
      const node = proof[--left];
      // A hash and nothing else, so that nobody makes the reader digest megabytes.
      refuseUnless(node?.length === 32, code);
      return node;
    },
    isUsedUp: () => left === 0,
  };
}

export type Inclusion = { leaf: Bytes; index: number; size: number; root: Bytes; path: readonly Bytes[] };

/** Throws E_LOG_INCLUSION unless the path leads from this leaf at this place to this root, with no node to spare. */
export async function verifyInclusion({ leaf, index, size, root, path }: Inclusion): Promise<void> {
  refuseUnless(Number.isSafeInteger(size) && isIndexBelow(index, size), "E_LOG_INCLUSION");
  const nodes = nodesOf(path, "E_LOG_INCLUSION");
  async function climb(at: number, leaves: number): Promise<Bytes> {
    if (leaves === 1) return leaf;
    const sibling = nodes.next();
    const left = leftLeaves(leaves);
    return at < left
      ? nodeHash(await climb(at, left), sibling)
      : nodeHash(sibling, await climb(at - left, leaves - left));
  }
  const reached = await climb(index, size);
  refuseUnless(nodes.isUsedUp() && equalBytes(reached, root), "E_LOG_INCLUSION");
}

export type TreeHead = { size: number; root: Bytes };

/** Throws E_LOG_CONSISTENCY unless the newer tree begins with all the leaves of the older one, in their order. */
export async function verifyConsistency(older: TreeHead, newer: TreeHead, proof: readonly Bytes[]): Promise<void> {
  const inRange = Number.isSafeInteger(newer.size) && isIndexBelow(older.size, newer.size + 1);
  refuseUnless(inRange, "E_LOG_CONSISTENCY");
  const nodes = nodesOf(proof, "E_LOG_CONSISTENCY");
  /** The hash of the first `old` of these leaves, and of all of them. */
  async function climb(old: number, leaves: number, known: boolean): Promise<[Bytes, Bytes]> {
    if (old === leaves) {
      const both = known ? older.root : nodes.next();
      return [both, both];
    }
    const sibling = nodes.next();
    const left = leftLeaves(leaves);
    if (old <= left) {
      const [before, after] = await climb(old, left, known);
      return [before, await nodeHash(after, sibling)];
    }
    const [before, after] = await climb(old - left, leaves - left, false);
    return [await nodeHash(sibling, before), await nodeHash(sibling, after)];
  }
  // Every tree begins with the empty one.
  const [before, after] =
    older.size === 0 ? [await emptyRoot(), newer.root] : await climb(older.size, newer.size, true);
  const fits = nodes.isUsedUp() && equalBytes(before, older.root) && equalBytes(after, newer.root);
  refuseUnless(fits, "E_LOG_CONSISTENCY");
}
