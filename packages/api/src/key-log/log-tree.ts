import { createTree, type Tree } from "@dvd/crypto";
import { listLeafHashes } from "@dvd/db/repositories/key-log";
import type { PublicTx } from "@dvd/db/tenant";

export type LogTree = {
  /** The whole tree as it is committed now. A transaction that may still roll back must not fill it. */
  filledFrom(tx: PublicTx): Promise<Tree>;
};

/** The hash tree of the log, in memory once per process; what is new is read before it is asked. */
export function createLogTree(): LogTree {
  const tree = createTree();
  let filling: Promise<unknown> = Promise.resolve();

  async function fill(tx: PublicTx) {
    for (const { index, leafHash } of await listLeafHashes(tx, tree.size())) {
      // A gap would shift every later leaf, and every proof with it.
      if (index !== tree.size()) throw new Error(`the key log has a gap before ${index}`);
      await tree.append(leafHash);
    }
  }

  return {
    async filledFrom(tx) {
      // One after another, and after a failure too: two at once would append the same leaf twice.
      const turn = filling.then(
        () => fill(tx),
        () => fill(tx),
      );
      filling = turn;
      await turn;
      return tree;
    },
  };
}
