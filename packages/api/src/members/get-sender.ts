import { parseStatement } from "@dvd/crypto";
import { findUnitSigner, getAccount } from "@dvd/db/repositories/accounts";
import type { ScopedTx } from "@dvd/db/tenant";
import { DomainError } from "@dvd/domain/errors";
import type { OfficialId, TenantId, UnitId } from "@dvd/domain/ids";
import { maySpeak } from "@dvd/domain/tenant/signed-list";
import { assertCan } from "@dvd/domain/verdict";
import type { ActorCtx, OfficialCtx } from "../context.ts";
import { presentMembers } from "./signed-units.ts";

type Unit = { tenantId: TenantId; unitId: UnitId };

/** The account whose signature stands under what goes into a case. A citizen would believe no other official's. */
export async function getSender({ actor }: Pick<ActorCtx, "actor">, tx: ScopedTx, unit: Unit) {
  if (actor.kind === "citizen") return getAccount(tx, actor.citizenId);
  const signer = await findUnitSigner(tx, actor.officialId, unit);
  if (!signer) throw new DomainError("account.missing");
  assertCan(believed(signer, actor.officialId));
  return signer.account;
}

/** For the buttons of a list: whether `getSender` finds one. On the page of a case the browser has verified that itself. */
export async function isSender({ actor }: Pick<OfficialCtx, "actor">, tx: ScopedTx, unit: Unit): Promise<boolean> {
  const signer = await findUnitSigner(tx, actor.officialId, unit);
  return signer !== null && believed(signer, actor.officialId) === true;
}

type Signer = NonNullable<Awaited<ReturnType<typeof findUnitSigner>>>;

function believed({ members }: Signer, officialId: OfficialId) {
  const signed = presentMembers(members && parseStatement(members)).map(({ account }) => account);
  return maySpeak(new Set(signed), officialId);
}
