import type { CaseRow } from "@dvd/db/repositories/cases";
import { listCopyRequests } from "@dvd/db/repositories/copies";
import { listAllRenewals } from "@dvd/db/repositories/renewals";
import type { ScopedTx } from "@dvd/db/tenant";
import { type Bytes, encodeBase64 } from "../wire.ts";

/** The proofs about a citizen's other keys, and the last request for copies. The readers' clients judge them. */
export async function copiesOf(tx: ScopedTx, { id, citizenId }: CaseRow) {
  const requests = await listCopyRequests(tx, id);
  const renewals = await listAllRenewals(tx, citizenId);
  const [last] = requests;
  return {
    account: citizenId,
    attestations: requests
      .toReversed()
      .flatMap(({ request }) => signed(request.attestationPayload, request.attestationSignature)),
    objections: renewals.toReversed().flatMap((one) => signed(one.objectionPayload, one.objectionSignature)),
    request: last
      ? {
          renewalId: last.renewal.id,
          state: last.request.state,
          reason: last.request.reason,
          requestedAt: last.request.createdAt.toISOString(),
          decidedAt: last.request.decidedAt?.toISOString() ?? null,
          kemPublicKey: encodeBase64(last.renewal.kemPublicKey),
          signingKey: encodeBase64(last.renewal.signingKey),
        }
      : null,
  };
}

const signed = (payload: Bytes | null, signature: Bytes | null) =>
  payload && signature ? [{ payload: encodeBase64(payload), signature: encodeBase64(signature) }] : [];
