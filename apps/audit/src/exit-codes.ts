import type { ChainFault } from "@dvd/domain/audit/chain";

/** What a script can tell apart. docs/audit.md has the same table, and a test compares the two. */
export const exitCodes = {
  ok: 0,
  usage: 1,
  malformed: 2,
  edited: 3,
  missing: 4,
  cut: 5,
  swapped: 6,
  foreign: 7,
  recomputed: 8,
  unsigned: 9,
  checkpoint: 10,
  source: 11,
  internal: 70,
} as const satisfies Record<ChainFault | "ok" | "usage" | "malformed" | "source" | "internal", number>;
export type Exit = keyof typeof exitCodes;

export const explanations: Readonly<Record<ChainFault, string>> = {
  edited: "The text of this record, or its link, was changed after it was linked.",
  missing: "This record is not there, and no signed record says that it was removed after its time.",
  cut: "The chain ends before this record, which a checkpoint has seen: its tail was cut off.",
  swapped: "This record does not stand in its own place: records were exchanged, repeated or renumbered.",
  foreign: "This record belongs to the chain of another authority.",
  recomputed: "The chain fits together, but not with what was signed: it was changed and computed anew.",
  unsigned: "Nothing of this chain was ever signed. It could be anything; get the checkpoint file.",
  checkpoint:
    "This checkpoint was not signed by the given keys, or a line of the file was changed, moved or taken out.",
};

/** Wrong arguments, unreadable input: not a matter of the chain. */
export class CliError extends Error {
  readonly exit: "usage" | "malformed" | "source";

  constructor(exit: CliError["exit"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "CliError";
    this.exit = exit;
  }
}
