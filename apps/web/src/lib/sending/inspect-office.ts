import { CryptoError } from "@dvd/crypto";
import { keyHolder } from "../../crypto/client.ts";
import type { ApiClient } from "../trpc/client.ts";
import type { Office } from "./draft.ts";

/** What can be proven about an office before one has keys of one's own. The name on the screen must be the signed one. */
export async function inspectOffice(client: ApiClient, { tenantId, unitId, authority }: Office) {
  const statements = await client.directory.getKeys.query({ tenantId, knownLogSize: 0 });
  const { authorityName, fingerprint } = await keyHolder().inspectOffice(tenantId, unitId, statements);
  if (authorityName !== authority) throw new CryptoError("E_STATEMENT_CONTEXT");
  return { fingerprint };
}
