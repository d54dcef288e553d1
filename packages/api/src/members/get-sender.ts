import { parseStatement } from "@dvd/crypto";
import { findUnitSigner, getAccount } from "@dvd/db/repositories/accounts";
import type { KnownCase } from "@dvd/db/repositories/cases";
import { findDeputyGrant } from "@dvd/db/repositories/mandates";
import type { ScopedTx } from "@dvd/db/tenant";
import type { OfficialActor } from "@dvd/domain/actor";
import { isEntrusted } from "@dvd/domain/case/policy";
import { DomainError } from "@dvd/domain/errors";
import type { OfficialId, TenantId, UnitId } from "@dvd/domain/ids";
import { spanOf } from "@dvd/domain/tenant/deputyship";
import { maySpeak } from "@dvd/domain/tenant/signed-list";
import { assertCan } from "@dvd/domain/verdict";
import type { ActorCtx, OfficialCtx } from "../context.ts";
import { presentMembers } from "./signed-units.ts";

type Unit = { tenantId: TenantId; unitId: UnitId };

/**
 * The account whose signature stands under what goes into a case. A citizen would believe no other official's. `now` is the
 * time that is stored with it: by that one every device judges a deputy.
 */
export async function getSender({ actor }: Pick<ActorCtx, "actor">, tx: ScopedTx, found: KnownCase, now: Date) {
  if (actor.kind === "citizen") return getAccount(tx, actor.citizenId);
  if (isEntrusted(found, actor)) return getDeputy(tx, found, actor, now);
  return getSigned(tx, found, actor.officialId);
}

/** For the buttons of a list: whether `getSender` finds one. On the page of a case the browser has verified that itself. */
export async function isSender({ actor }: Pick<OfficialCtx, "actor">, tx: ScopedTx, unit: Unit): Promise<boolean> {
  const signer = await findUnitSigner(tx, actor.officialId, unit);
  return signer !== null && believed(signer, actor.officialId) === true;
}

/** By the word of somebody of the unit: so both have to be signed for, each in their own. */
async function getDeputy(tx: ScopedTx, found: KnownCase, { officialId }: OfficialActor, now: Date) {
  const { tenantId, assignedOfficialId } = found;
  const grant = await findDeputyGrant(tx, found, officialId);
  if (!grant || !assignedOfficialId) throw new DomainError("case.not-assigned");
  // The mandate says the same days (`entrustCase`). The database's clock and ours may differ where one of them ends.
  const { from, until } = spanOf(grant);
  if (now < from || now >= until) throw new DomainError("case.not-assigned");
  await getSigned(tx, found, assignedOfficialId);
  return getSigned(tx, { tenantId, unitId: grant.deputyUnitId }, officialId);
}

async function getSigned(tx: ScopedTx, unit: Unit, officialId: OfficialId) {
  const signer = await findUnitSigner(tx, officialId, unit);
  if (!signer) throw new DomainError("account.missing");
  assertCan(believed(signer, officialId));
  return signer.account;
}

type Signer = NonNullable<Awaited<ReturnType<typeof findUnitSigner>>>;

function believed({ members }: Signer, officialId: OfficialId) {
  const signed = presentMembers(members && parseStatement(members)).map(({ account }) => account);
  return maySpeak(new Set(signed), officialId);
}
