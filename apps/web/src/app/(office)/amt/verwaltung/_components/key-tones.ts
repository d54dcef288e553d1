import type { Member } from "../../../../../lib/members/use-members.ts";
import type { StatusTone } from "../../../../../ui/status-tag.tsx";

/** How far somebody is from reading in a unit. */
export const keyTones = { holds: "moving", closed: "open", waits: "open", none: "waiting" } as const satisfies Record<
  Member["key"],
  StatusTone
>;
