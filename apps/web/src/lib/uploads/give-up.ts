import type { Keys } from "../../crypto/client.ts";
import { discardCases, type DiscardCases } from "../drafts/discard-cases.ts";
import type { ApiClient } from "../trpc/client.ts";

type Client = Pick<ApiClient, "documents">;
type DropPorts = {
  client: Client & DiscardCases["client"];
  keys: Pick<Keys, "leftBy" | "removeFile"> & DiscardCases["keys"];
};

/** Nobody finishes it any more. Without an answer it goes after seven days: nothing here waits for it or fails by it. */
const abandon = ({ documents }: Client, documentId: string) =>
  documents.abandonUpload.mutate({ documentId }).catch(() => undefined);

/** Gives up the container that was begun, here and with us: the next start begins another one. */
export async function restartFile(
  { client, keys }: { client: Client; keys: Pick<Keys, "restartFile"> },
  fileId: string,
) {
  const former = await keys.restartFile(fileId);
  if (former) await abandon(client, former);
}

/** The whole file; and with it the case for which it was signed already, so that it takes no place from another. */
export async function dropFile({ client, keys }: DropPorts, fileId: string) {
  const { documentId, cases } = await keys.leftBy(fileId);
  await keys.removeFile(fileId);
  if (cases.length > 0) await discardCases({ client, keys }, cases).catch(() => undefined);
  else if (documentId) await abandon(client, documentId);
}
