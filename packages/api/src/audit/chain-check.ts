import { createHash } from "node:crypto";
import type { ChainFault } from "@dvd/domain/audit/chain";
import { z } from "zod";

/** One record as the database keeps it and as exports hand it on. */
export type LinkedRecord = { seq: number; record: string; link: string };
/** A place in a chain, and the link that stood there when somebody signed it. */
export type Place = { seq: number; link: string };

export const genesis: Place = { seq: 0, link: "00".repeat(32) };

/** docs/audit.md, "The link". Chain and number are in the text, so a record fits in one place only. */
export const linkOf = (before: string, record: string) =>
  createHash("sha256").update(`dvd-audit-v1\n${before}\n${record}`).digest("hex");

/** The first thing that is wrong. */
export class BrokenChain extends Error {
  readonly fault: ChainFault;
  readonly seq: number;

  constructor(fault: ChainFault, seq: number) {
    super(`${fault} at ${seq}`);
    this.name = "BrokenChain";
    this.fault = fault;
    this.seq = seq;
  }
}

const named = z.object({ chain: z.string(), seq: z.int() });

function placeNamedIn(record: string) {
  try {
    return named.parse(JSON.parse(record));
  } catch {
    return null;
  }
}

export type ChainAnchors = {
  /** Where a chain may begin: at its birth, and behind what was removed after its time. */
  starts: readonly Place[];
  /** What was signed outside of the database. */
  signed: ReadonlyMap<number, string>;
};

/** Takes records one after another and stops, by throwing, at the first that does not belong where it stands. */
export function createChainCheck(chain: string, { starts, signed }: ChainAnchors) {
  let last: Place | null = null;

  /** After which place a record must come. */
  function placeBefore(seq: number): Place {
    if (last) return last;
    const start = starts.find((place) => place.seq === seq - 1);
    if (!start) throw new BrokenChain("missing", Math.max(...starts.map((place) => place.seq)) + 1);
    return start;
  }

  return {
    push({ seq, record, link }: LinkedRecord) {
      const says = placeNamedIn(record);
      if (!says) throw new BrokenChain("edited", seq);
      if (says.chain !== chain) throw new BrokenChain("foreign", seq);
      if (says.seq !== seq) throw new BrokenChain("swapped", seq);
      const before = placeBefore(seq);
      if (seq > before.seq + 1) throw new BrokenChain("missing", before.seq + 1);
      if (seq <= before.seq) throw new BrokenChain("swapped", seq);
      if (linkOf(before.link, record) !== link) throw new BrokenChain("edited", seq);
      const anchor = signed.get(seq);
      if (anchor !== undefined && anchor !== link) throw new BrokenChain("recomputed", seq);
      last = { seq, link };
    },
    /** Nothing more comes: whatever was signed must have been there. Returns the end of the chain, null for an empty one. */
    end() {
      const newest = Math.max(0, ...signed.keys());
      if (newest > (last?.seq ?? 0)) throw new BrokenChain("cut", (last?.seq ?? 0) + 1);
      return last;
    },
  };
}
