import { accountFingerprint, createUnitEpoch, formatFingerprint, grantUnitSeed, importSigningKey } from "@dvd/crypto";
import { publishMembers } from "../founding/publish-members.ts";
import { grantSeeds } from "../members/grant-seeds.ts";
import type { Official, Portal } from "./portal.ts";

export const digitsOf = async ({ keys: { kem, signing } }: Official) =>
  formatFingerprint(await accountFingerprint(kem.keyId, signing.spki));

/** Passes a key of the first unit on to somebody new there. Nobody but a browser can tell that it is not the right one. */
export async function giveKey(portal: Portal, newcomer: Official) {
  const holder = await portal.official(0);
  const [unitId] = holder.ctx.actor.unitIds;
  if (!unitId) throw new Error("the official has a unit");
  const recipient = { role: "official" as const, publicKey: newcomer.keys.kem.publicKey };
  const granting = { grantor: holder.keys.signing, now: new Date() };
  const grant = await grantUnitSeed(await createUnitEpoch(unitId, 1), recipient, granting);
  const { officialId } = newcomer.ctx.actor;
  await grantSeeds(holder.ctx, { unitId, officialId, seeds: [{ epoch: 1, grant }] });
}

/** With a key of their unit, and in the list that its authority has signed: what they write is believed. */
export async function appoint<People extends Official[]>(portal: Portal, ...newcomers: People): Promise<People> {
  const [town] = portal.authorities;
  if (!town) throw new Error("there is no town");
  for (const newcomer of newcomers) await giveKey(portal, newcomer);
  const deps = { ...portal.deps, db: portal.owner };
  const compared = new Set(await Promise.all(newcomers.map(digitsOf)));
  await publishMembers(deps, town.tenantId, await importSigningKey(town.operationalKey), compared);
  await portal.growLog();
  return newcomers;
}
