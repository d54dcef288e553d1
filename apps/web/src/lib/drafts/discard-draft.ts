import type { Keys } from "../../crypto/client.ts";
import type { ApiClient } from "../trpc/client.ts";
import type { DraftState } from "./merge-drafts.ts";

/** The documents that were picked for a draft lie on this device under this name. */
export const bundleOf = (draftId: string) => `send/${draftId}`;

export type DiscardPorts = {
  keys: Pick<Keys, "removeDeviceDraft" | "endBundle">;
  client: { drafts: Pick<ApiClient["drafts"], "removeDraft"> };
  accountId: string;
};

/** The person wants nothing of it any more: with us first, so that it does not come back from there. */
export async function discardDraft(
  { keys, client, accountId }: DiscardPorts,
  { draftId, keptVersion }: Pick<DraftState, "draftId" | "keptVersion">,
) {
  if (keptVersion > 0) await client.drafts.removeDraft.mutate({ draftId });
  await keys.removeDeviceDraft(accountId, draftId);
  await keys.endBundle(accountId, bundleOf(draftId));
}
