import { CryptoError, equalBytes, type GrantFields, unitSeedObject, verifyGrant } from "@dvd/crypto";
import { DomainError } from "@dvd/domain/errors";
import type { Bytes } from "../wire.ts";

type Expected = {
  unitId: string;
  epoch: number;
  role: Extract<GrantFields["role"], "official" | "unit">;
  keyId: Bytes;
  signingKey: Bytes;
};

/** Of this epoch of this unit, for this key, signed by whoever is logged in. What is in it only its receiver can know. */
export async function assertSeedGrant(envelope: Bytes, { unitId, epoch, role, keyId, signingKey }: Expected) {
  const fields = await verifyGrant(envelope, signingKey).catch((cause: unknown) => {
    throw cause instanceof CryptoError ? new DomainError("keys.grant-invalid", {}, { cause }) : cause;
  });
  const { objectType, objectId } = await unitSeedObject(unitId, epoch);
  if (fields.objectType !== objectType || !equalBytes(fields.objectId, objectId))
    throw new DomainError("keys.grant-invalid");
  if (fields.role !== role || !equalBytes(fields.recipientKeyId, keyId)) throw new DomainError("keys.not-the-receiver");
}
