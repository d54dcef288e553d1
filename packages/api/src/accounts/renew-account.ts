import { equalBytes, toHex } from "@dvd/crypto";
import { noteChanges } from "@dvd/db/repositories/changes";
import { addCopyRequests, countOpenRequests, listSubmitted } from "@dvd/db/repositories/copies";
import { addRenewal, listRenewals, lockAccount, replaceBelongings, setAside } from "@dvd/db/repositories/renewals";
import { maxRenewals } from "@dvd/domain/copies";
import { DomainError } from "@dvd/domain/errors";
import { record } from "../audit.ts";
import { type CitizenCtx, newId } from "../context.ts";
import { assertFreshLogin } from "../sessions/assert-fresh-login.ts";
import { readKeys } from "./create-account.ts";
import type { RenewAccount } from "./renew-account.contract.ts";

/**
 * New keys for somebody who has lost every way to the old ones. A login alone is enough to ask, so it opens nothing: the
 * case keys come from people who looked (`grantCopy`), and the former keys are only set aside (`objectToRenewal`).
 */
export async function renewAccount(ctx: CitizenCtx, input: RenewAccount) {
  assertFreshLogin(ctx, "account.renew");
  const { citizenId } = ctx.actor;
  const [kemKeyId, signingKeyId] = await readKeys(citizenId, input);
  const { kemPublicKey, signingKey, vault, slots } = input;
  const keys = { kemPublicKey, kemKeyId, signingKey, signingKeyId };

  return ctx.transact(async (tx) => {
    const former = await lockAccount(tx, citizenId);
    if (!former) throw new DomainError("account.missing");
    if (equalBytes(former.kemKeyId, kemKeyId) || equalBytes(former.signingKeyId, signingKeyId))
      throw new DomainError("request.invalid");
    if ((await countOpenRequests(tx, citizenId)) > 0) throw new DomainError("account.renewal-open");
    if ((await listRenewals(tx, citizenId)).length >= maxRenewals) throw new DomainError("account.too-many-renewals");

    const [now, renewalId] = [ctx.now(), newId(ctx)];
    await addRenewal(tx, {
      id: renewalId,
      citizenId,
      ...keys,
      formerKemPublicKey: former.kemPublicKey,
      formerKemKeyId: former.kemKeyId,
      formerSigningKey: former.signingKey,
      formerSigningKeyId: former.signingKeyId,
      createdAt: now,
    });
    await setAside(tx, renewalId, citizenId);
    await replaceBelongings(tx, citizenId, keys, { version: 1, vault, slots }, now);
    const cases = await listSubmitted(tx, citizenId);
    await addCopyRequests(tx, renewalId, cases, now);

    const [keyId, formerKeyId] = [toHex(signingKeyId), toHex(former.signingKeyId)];
    await record(ctx, tx, null, { type: "account.renewed", keyId, formerKeyId, cases: cases.length });
    for (const { id: caseId, tenantId } of cases)
      await record(ctx, tx, tenantId, { type: "copy.requested", caseId, keyId });
    await noteChanges(tx, "copy.requested", cases);
    return { renewalId, cases: cases.length };
  });
}
