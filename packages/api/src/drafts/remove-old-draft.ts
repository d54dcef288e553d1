import { removeUnchangedDraft } from "@dvd/db/repositories/drafts";
import { withCitizen } from "@dvd/db/tenant";
import type { JobPayload } from "../adapters/jobs/definitions.ts";
import type { WorkerDeps } from "../context.ts";
import { oldestKept } from "./oldest-kept.ts";

/** A draft that was changed again since has a later job of its own. */
export async function removeOldDraft(
  { db, now }: Pick<WorkerDeps, "db" | "now">,
  { citizenId, draftId }: JobPayload<"remove-old-draft">,
) {
  const isRemoved = await withCitizen(db, citizenId, (tx) =>
    removeUnchangedDraft(tx, { citizenId, draftId }, oldestKept(now())),
  );
  return { drafts: isRemoved ? 1 : 0 };
}
