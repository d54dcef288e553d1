import type { Keys } from "../../crypto/client.ts";
import type { ApiClient } from "../trpc/client.ts";

/** What an authority has signed, with the proof that the key log has only grown since this account saw it. */
export const readKeys = async (client: ApiClient, keys: Pick<Keys, "knownLogSize">, tenantId: string) =>
  client.directory.getKeys.query({ tenantId, knownLogSize: await keys.knownLogSize() });
