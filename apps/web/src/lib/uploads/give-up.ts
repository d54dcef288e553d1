import type { Keys } from "../../crypto/client.ts";
import type { ApiClient } from "../trpc/client.ts";

type Client = Pick<ApiClient, "documents">;

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
