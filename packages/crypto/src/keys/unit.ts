import type { Bytes } from "../bytes.ts";
import { openGrant } from "../envelope/accept.ts";
import { sealGrant } from "../envelope/grant.ts";
import { unitSeedObject, type RecipientRole } from "../envelope/objects.ts";
import { refuseUnless } from "../errors.ts";
import { randomBytes, type RandomSource } from "../random.ts";
import { generateKemSeed, kemKeyFromSeed, type KemKey } from "./kem.ts";
import type { KeyLookup, SigningKey } from "./signing.ts";

/** One epoch of a unit's key. Its seed is held by the members of that epoch and by nobody else. */
export type UnitEpoch = { readonly unitId: string; readonly epoch: number; readonly kem: KemKey };

type Granting = { grantor: SigningKey; now: Date; random?: RandomSource };

export const createUnitEpoch = async (
  unitId: string,
  epoch: number,
  random: RandomSource = randomBytes,
): Promise<UnitEpoch> => ({ unitId, epoch, kem: await kemKeyFromSeed(generateKemSeed(random)) });

/** Seals the seed of an epoch for a member whose key was compared by people, not taken from the server. */
export async function grantUnitSeed(
  unit: UnitEpoch,
  member: { role: Extract<RecipientRole, "official" | "export" | "offline">; publicKey: Uint8Array },
  granting: Granting,
): Promise<Bytes> {
  const object = await unitSeedObject(unit.unitId, unit.epoch);
  return sealGrant({
    ...object,
    ...granting,
    role: member.role,
    recipientKey: member.publicKey,
    secret: unit.kem.seed,
  });
}

/**
 * Seals an earlier epoch for a later one: new members read old cases, leavers cannot read new ones. Whoever makes an epoch
 * links all earlier ones to it, so that no link rests on the word of somebody who has left since.
 */
export async function sealBackLink(previous: UnitEpoch, next: UnitEpoch, granting: Granting): Promise<Bytes> {
  refuseUnless(previous.unitId === next.unitId && previous.epoch < next.epoch, "E_CONTEXT");
  const object = await unitSeedObject(previous.unitId, previous.epoch);
  return sealGrant({
    ...object,
    ...granting,
    role: "unit",
    recipientKey: next.kem.publicKey,
    secret: previous.kem.seed,
  });
}

/** Opens a member's grant or a back link. Throws as openGrant. */
export async function openUnitSeed(input: {
  env: Uint8Array;
  unitId: string;
  epoch: number;
  recipient: KemKey;
  grantors: KeyLookup;
}): Promise<UnitEpoch> {
  const { env, unitId, epoch, recipient, grantors } = input;
  const seed = await openGrant({ env, recipient, grantors, expect: await unitSeedObject(unitId, epoch) });
  return { unitId, epoch, kem: await kemKeyFromSeed(seed) };
}
