import type { Keys } from "../../crypto/client.ts";
import type { DeviceDraft } from "../../crypto/device-drafts.ts";
import type { ApiClient } from "../trpc/client.ts";
import { bundleOf } from "./bundle-of.ts";
import { mergeDrafts, type ServerDraft } from "./merge-drafts.ts";

type Source = {
  keys: Keys;
  client: ApiClient;
  accountId: string;
  hasKeys: boolean;
  /** For whom a part of them would be worse than nothing. */
  needsServer?: boolean;
};

/** All drafts of a person that this device can open. Without a connection those that are here. */
export async function readDrafts(source: Source) {
  const { keys, accountId, hasKeys } = source;
  const device = await keys.listDeviceDrafts(accountId);
  const server = hasKeys ? await readServer(source).catch(source.needsServer ? undefined : () => null) : null;
  const { known, gone } = mergeDrafts(device, server, await unconfirmedOf(source, device));
  for (const draftId of gone) {
    await keys.removeDeviceDraft(accountId, draftId);
    await keys.endBundle(accountId, bundleOf(draftId));
  }
  return known;
}

async function unconfirmedOf({ keys, accountId }: Source, device: readonly DeviceDraft[]) {
  const ids = device.map(({ draftId }) => draftId);
  const found = await Promise.all(ids.map((draftId) => keys.handedOver(accountId, bundleOf(draftId))));
  return new Set(ids.filter((_, place) => found[place]));
}

async function readServer({ keys, client }: Source): Promise<ServerDraft[]> {
  const { drafts } = await client.drafts.listDrafts.query({});
  const contents = await keys.openServerDrafts(drafts);
  return drafts.flatMap(({ draftId, version, changedAt }, place) => {
    const content = contents[place];
    return content ? [{ draftId, version, changedAt, content }] : [];
  });
}
