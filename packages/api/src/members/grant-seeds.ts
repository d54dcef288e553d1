import { toHex } from "@dvd/crypto";
import { findAccount, getAccount, listSeedGrants } from "@dvd/db/repositories/accounts";
import { isMember, putSeeds } from "@dvd/db/repositories/members";
import { holdUnit } from "@dvd/db/repositories/turns";
import { isProposed } from "@dvd/db/repositories/unit-keys";
import { assertCan } from "@dvd/domain/verdict";
import { DomainError } from "@dvd/domain/errors";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { record } from "../audit.ts";
import type { OfficialCtx } from "../context.ts";
import { assertFreshLogin } from "../sessions/assert-fresh-login.ts";
import { assertSeedGrant } from "./assert-seed-grant.ts";
import type { GrantSeeds } from "./grant-seeds.contract.ts";
import { signedUnits } from "./signed-units.ts";

/**
 * Passes the key of a unit on to a colleague, by somebody who has it and has compared the digits. What is checked here
 * keeps honest clients from storing something useless; who may open it is decided by the key that it is sealed for. What
 * lies there is replaced only when its receiver has said that it does not open: nobody takes a key from somebody by giving.
 */
export const grantSeeds = (ctx: OfficialCtx, { unitId, officialId, seeds }: GrantSeeds) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("grantKey", ctx.actor, { unitId }));
    assertFreshLogin(ctx, "key.grant");
    const { tenantId, officialId: self } = ctx.actor;
    // Neither of the two leaves meanwhile.
    await holdUnit(tx, unitId, "stay");
    // Colleagues take a key only from whom the authority has signed for: from anybody else theirs would open nothing.
    const signedOf = await signedUnits(tx, tenantId);
    if (!signedOf(unitId).accounts.has(self)) throw new DomainError("member.not-signed");
    // It would end with the key that is about to be signed, and the newcomer is not among those who get that one.
    if (await isProposed(tx, tenantId, unitId)) throw new DomainError("unit-key.proposed");
    if (!(await isMember(tx, { tenantId, unitId, officialId }))) throw new DomainError("member.not-found");
    const recipient = await findAccount(tx, officialId);
    if (!recipient) throw new DomainError("member.no-keys");
    const own = (await listSeedGrants(tx, tenantId, self)).filter((seed) => seed.unitId === unitId);
    const held = own.filter(({ isClosed }) => !isClosed);
    if (held.length === 0) throw new DomainError("unit-key.not-held");
    const { signingKey } = await getAccount(tx, self);
    for (const seed of seeds) {
      if (!held.some(({ epoch }) => epoch === seed.epoch)) throw new DomainError("keys.grant-invalid");
      const keyId = recipient.kemKeyId;
      await assertSeedGrant(seed.grant, { unitId, epoch: seed.epoch, role: "official", keyId, signingKey });
    }
    // It leads back to the earlier ones, of which the one who gives may have copies of their own.
    const newest = Math.max(...held.map(({ epoch }) => epoch));
    if (!seeds.some(({ epoch }) => epoch === newest)) throw new DomainError("keys.grant-missing");

    const row = { tenantId, unitId, officialId, recipientKeyId: recipient.kemKeyId };
    const { added, replaced } = await putSeeds(
      tx,
      seeds.map(({ epoch, grant: envelope }) => ({ ...row, epoch, envelope })),
    );
    // They have it from somebody else meanwhile.
    if (added + replaced === 0) return { officialId, isTaken: false };
    const counts = { keyId: toHex(recipient.kemKeyId), seeds: added + replaced, replaced };
    await record(ctx, tx, tenantId, { type: "seed.granted", unitId, memberId: officialId, ...counts });
    return { officialId, isTaken: true };
  });
