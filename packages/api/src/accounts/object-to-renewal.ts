import { CryptoError, toHex, verifyObjection } from "@dvd/crypto";
import { noteChanges } from "@dvd/db/repositories/changes";
import { objectToRequests } from "@dvd/db/repositories/copies";
import {
  findAside,
  listRenewals,
  lockAccount,
  markObjected,
  type RenewalRow,
  replaceBelongings,
  setAside,
} from "@dvd/db/repositories/renewals";
import { DomainError } from "@dvd/domain/errors";
import type { CitizenId } from "@dvd/domain/ids";
import { record } from "../audit.ts";
import type { CitizenCtx } from "../context.ts";
import type { ObjectToRenewal } from "./object-to-renewal.contract.ts";

/**
 * "That was not me": whoever still has the former key takes the account back. What was asked for in between, and what
 * was asked for after that with yet other keys, comes to nothing, also where it was granted already.
 */
export const objectToRenewal = (ctx: CitizenCtx, signed: ObjectToRenewal) =>
  ctx.transact(async (tx) => {
    const { citizenId } = ctx.actor;
    const account = await lockAccount(tx, citizenId);
    const renewals = await listRenewals(tx, citizenId);
    const place = await findPlace(citizenId, renewals, signed);
    const renewal = renewals[place];
    const former = renewal && (await findAside(tx, renewal.id));
    if (!account || !renewal || !former) throw new DomainError("account.nothing-to-object");

    const now = ctx.now();
    const undone = renewals.slice(0, place + 1);
    await setAside(tx, renewal.id, citizenId);
    const keys = {
      kemPublicKey: renewal.formerKemPublicKey,
      kemKeyId: renewal.formerKemKeyId,
      signingKey: renewal.formerSigningKey,
      signingKeyId: renewal.formerSigningKeyId,
    };
    await replaceBelongings(tx, citizenId, keys, former, now);
    for (const one of undone) await markObjected(tx, one.id, now, one === renewal ? signed : null);
    const undoneIds = undone.map(({ id }) => id);
    const cases = await objectToRequests(tx, undoneIds, now);

    const [keyId, refusedKeyId] = [toHex(keys.signingKeyId), toHex(renewal.signingKeyId)];
    await record(ctx, tx, null, { type: "account.objected", keyId, refusedKeyId });
    for (const { id: caseId, tenantId } of cases)
      await record(ctx, tx, tenantId, { type: "copy.objected", caseId, keyId });
    await noteChanges(tx, "copy.objected", cases);
    return { cases: cases.length };
  });

/** Which renewal the objection is about: the one whose former key has signed it. */
async function findPlace(citizenId: CitizenId, renewals: readonly RenewalRow[], signed: ObjectToRenewal) {
  if (renewals.length === 0) throw new DomainError("account.nothing-to-object");
  for (const [place, { formerSigningKey, signingKeyId }] of renewals.entries()) {
    const expect = { account: citizenId, newKeyId: toHex(signingKeyId) };
    try {
      await verifyObjection({ signed, formerSpki: formerSigningKey, expect });
      return place;
    } catch (error) {
      if (!(error instanceof CryptoError)) throw error;
    }
  }
  throw new DomainError("account.objection-invalid");
}
