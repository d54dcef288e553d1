import { CryptoError, kemKeyId, toHex } from "@dvd/crypto";
import { getAccount, listSeedGrants } from "@dvd/db/repositories/accounts";
import { holdUnit } from "@dvd/db/repositories/turns";
import { addProposal, listBackLinks } from "@dvd/db/repositories/unit-keys";
import type { TenantTx } from "@dvd/db/tenant";
import { DomainError } from "@dvd/domain/errors";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { assertCan } from "@dvd/domain/verdict";
import { record } from "../audit.ts";
import type { OfficialCtx } from "../context.ts";
import { assertSeedGrant } from "../members/assert-seed-grant.ts";
import { signedUnits } from "../members/signed-units.ts";
import { assertFreshLogin } from "../sessions/assert-fresh-login.ts";
import { assertOpen } from "../units/assert-open.ts";
import { ringUnit } from "../units/ring-unit.ts";
import type { Bytes } from "../wire.ts";
import type { ProposeKey } from "./propose-key.contract.ts";
import { recipientsOf } from "./recipients-of.ts";

/**
 * A new key for a unit, made by a member who has the present one, or the first one of a unit that has none, made by a
 * member for themselves. It counts for nobody before the authority has signed it
 * (`npm run key-office`), because no process of the portal can. While it is looked at nobody comes to the unit or leaves it.
 */
export const proposeKey = (ctx: OfficialCtx, { unitId, epoch, publicKey, grants, links }: ProposeKey) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("rotateKey", ctx.actor, { unitId }));
    assertFreshLogin(ctx, "key.rotate");
    const { tenantId, officialId: self } = ctx.actor;
    await holdUnit(tx, unitId, "leave");
    await assertOpen(tx, tenantId, unitId);
    await assertNext(ctx, tx, unitId, epoch);
    const keyId = await keyIdOf(publicKey);
    const { signingKey } = await getAccount(tx, self);
    const sealed = sealedFor(await recipientsOf(tx, tenantId, { unitId, proposer: self }), grants);
    for (const { grant, kemKeyId: receiver } of sealed)
      await assertSeedGrant(grant, { unitId, epoch, role: "official", keyId: receiver, signingKey });
    await assertLinked(ctx, tx, unitId, epoch, links);
    for (const link of links)
      await assertSeedGrant(link.grant, { unitId, epoch: link.epoch, role: "unit", keyId, signingKey });

    const row = { tenantId, unitId };
    const isAdded = await addProposal(
      tx,
      { ...row, epoch, publicKey, proposedBy: self, createdAt: ctx.now() },
      sealed.map(({ officialId, kemKeyId: recipientKeyId, grant: envelope }) => {
        return { ...row, officialId, recipientKeyId, envelope };
      }),
      links.map((link) => ({ ...row, fromEpoch: epoch, epoch: link.epoch, envelope: link.grant })),
    );
    if (!isAdded) throw new DomainError("unit-key.proposed");
    const counts = { keyId: toHex(keyId), seeds: sealed.length };
    await record(ctx, tx, tenantId, { type: "key.proposed", unitId, epoch, ...counts });
    await ringUnit(tx, tenantId, unitId);
    return { unitId, epoch };
  });

/**
 * By somebody whose word colleagues take a key from, who has the key that counts, and to the one that comes after it. Of a
 * unit without a key nobody has either: there the key office takes the proposer's own digits as well.
 */
async function assertNext({ actor }: OfficialCtx, tx: TenantTx, unitId: string, epoch: number) {
  const signed = (await signedUnits(tx, actor.tenantId))(unitId);
  if (signed.epoch !== null) {
    if (!signed.accounts.has(actor.officialId)) throw new DomainError("member.not-signed");
    const held = await listSeedGrants(tx, actor.tenantId, actor.officialId);
    const holds = held.some((seed) => seed.unitId === unitId && seed.epoch === signed.epoch && !seed.isClosed);
    if (!holds) throw new DomainError("unit-key.not-held");
  }
  if (epoch !== (signed.epoch ?? 0) + 1) throw new DomainError("unit-key.changed");
}

async function keyIdOf(publicKey: Bytes) {
  try {
    return await kemKeyId(publicKey);
  } catch (cause) {
    throw cause instanceof CryptoError ? new DomainError("keys.grant-invalid", {}, { cause }) : cause;
  }
}

type Recipients = Awaited<ReturnType<typeof recipientsOf>>;

/** Each of them once and nobody else: whoever is left out could not read tomorrow. */
function sealedFor(recipients: Recipients, grants: ProposeKey["grants"]) {
  const byMember = new Map(grants.map((one) => [one.officialId, one.grant]));
  const isForAll = recipients.every(({ officialId }) => byMember.has(officialId));
  if (!isForAll) throw new DomainError("keys.grant-missing");
  if (grants.length !== recipients.length) throw new DomainError("keys.not-the-receiver");
  return recipients.map((one) => ({ ...one, grant: byMember.get(one.officialId) ?? new Uint8Array() }));
}

/** Every epoch that can be read today has to be readable from the new one, and none is made up. */
async function assertLinked(
  { actor }: OfficialCtx,
  tx: TenantTx,
  unitId: string,
  next: number,
  links: ProposeKey["links"],
) {
  const earlier = (await listBackLinks(tx, actor.tenantId, actor.officialId))
    .filter((link) => link.unitId === unitId && link.fromEpoch === next - 1)
    .map(({ epoch }) => epoch);
  const readable = new Set(next === 1 ? [] : [...earlier, next - 1]);
  if (![...readable].every((epoch) => links.some((link) => link.epoch === epoch)))
    throw new DomainError("keys.grant-missing");
  if (links.length !== readable.size) throw new DomainError("keys.grant-invalid");
}
