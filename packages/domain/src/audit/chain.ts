import type { TenantId } from "../ids.ts";

/** What no authority is involved in stands in the portal's own chain: logins of citizens, accounts, its processes. */
export const portalChain = "00000000-0000-0000-0000-000000000000" as TenantId;

/** What somebody can have done to a chain, by what the check finds. docs/audit.md says how each is told apart. */
export const chainFaults = [
  "edited",
  "missing",
  "cut",
  "swapped",
  "foreign",
  "recomputed",
  "unsigned",
  "checkpoint",
] as const;
export type ChainFault = (typeof chainFaults)[number];

/** What is signed outside of the database: where a chain stands, and up to where it was removed after its time. */
export const checkpointKinds = ["CHECKPOINT", "PRUNED"] as const;
export type CheckpointKind = (typeof checkpointKinds)[number];
