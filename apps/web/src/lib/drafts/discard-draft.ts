import type { Keys } from "../../crypto/client.ts";
import type { ApiClient } from "../trpc/client.ts";
import { bundleOf } from "./bundle-of.ts";
import { type DiscardCases, discardCases } from "./discard-cases.ts";
import type { DraftState } from "./merge-drafts.ts";

export type DiscardPorts = {
  keys: Pick<Keys, "removeDeviceDraft" | "endBundle" | "casesOf"> & DiscardCases["keys"];
  client: { drafts: Pick<ApiClient["drafts"], "removeDraft"> } & DiscardCases["client"];
  accountId: string;
};

/**
 * The person wants nothing of it any more: with us first, so that it does not come back from there, and with what was
 * transferred for it already.
 */
export async function discardDraft(
  { keys, client, accountId }: DiscardPorts,
  { draftId, keptVersion }: Pick<DraftState, "draftId" | "keptVersion">,
) {
  if (keptVersion > 0) await client.drafts.removeDraft.mutate({ draftId });
  await discardCases({ client, keys }, await keys.casesOf(accountId, bundleOf(draftId)));
  await keys.removeDeviceDraft(accountId, draftId);
  await keys.endBundle(accountId, bundleOf(draftId));
}
