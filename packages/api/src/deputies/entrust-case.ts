import { CryptoError, toHex, verifyMandate } from "@dvd/crypto";
import type { AccountRow } from "@dvd/db/repositories/accounts";
import { getCase } from "@dvd/db/repositories/cases";
import { addEntrusted } from "@dvd/db/repositories/mandates";
import { ringFor } from "@dvd/db/repositories/members";
import { holdUnit, takeTurn } from "@dvd/db/repositories/turns";
import { caseCan } from "@dvd/domain/case/policy";
import { DomainError } from "@dvd/domain/errors";
import type { UnitId } from "@dvd/domain/ids";
import { spanOf } from "@dvd/domain/tenant/deputyship";
import { assertCan } from "@dvd/domain/verdict";
import { record } from "../audit.ts";
import { checkCaseGrants } from "../cases/check-case-grants.ts";
import { newId, type OfficialCtx } from "../context.ts";
import { getSender } from "../members/get-sender.ts";
import type { EntrustCase } from "./entrust-case.contract.ts";
import { findSignedDeputy } from "./find-signed-deputy.ts";
import { getOwnDeputyship } from "./get-own-deputyship.ts";

/**
 * Hands a case to the deputy of another unit: its key, sealed in the browser of whoever has taken it, and their signed word.
 * For whom and how long was said when the deputy was named, with a fresh login; nobody else can be put in here.
 */
export const entrustCase = (ctx: OfficialCtx, { deputyshipId, caseId, grant, mandate }: EntrustCase) =>
  ctx.transact(async (tx) => {
    const found = await getCase(tx, caseId);
    assertCan(caseCan.entrust(found, ctx.actor));
    const { tenantId, unitId, scopeId } = found;
    const { deputyId } = await getOwnDeputyship(ctx, tx, deputyshipId);
    const deputy = await findSignedDeputy(tx, tenantId, deputyId);
    // Who works in the unit of the case reads and speaks there as its member, or not at all.
    if (!deputy || deputy.unitId === unitId) throw new DomainError("deputy.cannot-read");
    for (const id of [unitId, deputy.unitId].toSorted()) await holdUnit(tx, id, "stay");
    await takeTurn(tx, "deputyship", ctx.actor.officialId);
    // It may have ended while we waited. From here on it does not: whoever ends it waits for one of the two.
    const deputyship = await getOwnDeputyship(ctx, tx, deputyshipId);

    const official = await getSender(ctx, tx, found, ctx.now());
    const recipient = { role: "official" as const, keyId: deputy.account.kemKeyId };
    const [sealed] = await checkCaseGrants({ caseId, scopeId, grants: [grant] }, official, [recipient]);
    const giver = { unitId, account: official };
    const { from, until } = spanOf(deputyship);
    await assertMandate(mandate, { authority: tenantId, unitId, caseId }, { giver, deputy, from, until });
    if (!sealed) throw new DomainError("keys.grant-missing");

    const { recipientKeyId, envelope } = sealed;
    const row = { deputyshipId, deputyUnitId: deputy.unitId, recipientKeyId, envelope };
    const word = { id: newId<string>(ctx), officialId: ctx.actor.officialId, ...mandate };
    if (!(await addEntrusted(tx, found, row, word))) return { caseId, isTaken: false };
    const keyId = toHex(recipientKeyId);
    await record(ctx, tx, tenantId, { type: "case.entrusted", caseId, deputyId, keyId, expires: until.toISOString() });
    await ringFor(tx, deputyId);
    return { caseId, isTaken: true };
  });

type Person = { unitId: UnitId; account: AccountRow };
type Said = { giver: Person; deputy: Person; from: Date; until: Date };

/** What the citizen's device will ask, and that it says the days that were named. The proof for readers is the word itself. */
async function assertMandate(
  signed: EntrustCase["mandate"],
  expect: Parameters<typeof verifyMandate>[0]["expect"],
  { giver, deputy, from, until }: Said,
) {
  const authors = (unitId: string) =>
    new Map(
      [giver, deputy]
        .filter((one) => one.unitId === unitId)
        .map(({ account: { id, signingKey: spki, signingKeyId, kemKeyId } }) => [
          toHex(signingKeyId),
          { account: id, role: "official" as const, spki, kemKeyId: toHex(kemKeyId), until: null },
        ]),
    );
  const read = await verifyMandate({ signed, authors, expect }).catch(asRefusal);
  const isForThem =
    read.mandate.given_by === toHex(giver.account.signingKeyId) && read.mandate.deputy === deputy.account.id;
  const isAsNamed = read.from.getTime() === from.getTime() && read.until.getTime() === until.getTime();
  if (!isForThem || !isAsNamed) throw new DomainError("keys.grant-invalid");
}

function asRefusal(cause: unknown): never {
  throw cause instanceof CryptoError ? new DomainError("keys.grant-invalid", {}, { cause }) : cause;
}
