import { parseStatement } from "@dvd/crypto";
import { getAccount, getUnitSigner } from "@dvd/db/repositories/accounts";
import type { ScopedTx } from "@dvd/db/tenant";
import type { TenantId, UnitId } from "@dvd/domain/ids";
import { maySpeak } from "@dvd/domain/tenant/signed-list";
import { assertCan } from "@dvd/domain/verdict";
import type { ActorCtx } from "../context.ts";
import { presentMembers } from "./signed-units.ts";

type Unit = { tenantId: TenantId; unitId: UnitId };

/** The account whose signature stands under what goes into a case. A citizen would believe no other official's. */
export async function getSender({ actor }: Pick<ActorCtx, "actor">, tx: ScopedTx, unit: Unit) {
  if (actor.kind === "citizen") return getAccount(tx, actor.citizenId);
  const { account, members } = await getUnitSigner(tx, actor.officialId, unit);
  const signed = presentMembers(members && parseStatement(members)).map(({ account }) => account);
  assertCan(maySpeak(new Set(signed), actor.officialId));
  return account;
}
