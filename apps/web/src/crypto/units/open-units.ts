import {
  type AccountKeys,
  CryptoError,
  type Directory,
  equalBytes,
  inspectGrant,
  openUnitSeed,
  type UnitEpoch,
} from "@dvd/crypto";
import { fromBase64 } from "../base64.ts";
import type { UnitsAnswer } from "../wire-types.ts";

type OwnUnit = UnitsAnswer["units"][number];

/**
 * Every epoch of the units that opens here: what a member has sealed for this account, and from there the earlier ones,
 * which whoever made the present epoch has linked to it. Nothing is taken from somebody who has left the signed list.
 */
export async function openUnitEpochs(units: readonly OwnUnit[], keys: AccountKeys, directory: Directory) {
  return (await Promise.all(units.map((unit) => openOne(unit, keys, directory)))).flat();
}

async function openOne({ unitId, seeds, links }: OwnUnit, { kem }: AccountKeys, directory: Directory) {
  const grantors = (id: string) => directory.signers(unitId).get(id)?.spki;
  const sealed = seeds.map(({ epoch, grant }) =>
    openUnitSeed({ env: fromBase64(grant), unitId, epoch, recipient: kem, grantors }),
  );
  const direct = await Promise.all(sealed);
  const linked = links.map(({ epoch, grant }) => {
    const env = fromBase64(grant);
    const { recipientKeyId } = inspectGrant(env);
    const later = direct.find(({ kem: key }) => equalBytes(key.keyId, recipientKeyId));
    const isKnown = direct.some((one) => one.epoch === epoch);
    return later && !isKnown ? [openUnitSeed({ env, unitId, epoch, recipient: later.kem, grantors })] : [];
  });
  const all = [...direct, ...(await Promise.all(linked.flat()))];
  assertSigned(all, unitId, directory);
  return all;
}

/** Citizens seal for the key that the authority has signed: another one of that number would open nothing. */
function assertSigned(epochs: readonly UnitEpoch[], unitId: string, directory: Directory) {
  const signed = directory.unitKey(unitId);
  const current = epochs.find(({ epoch }) => epoch === signed?.epoch);
  if (signed && current && !equalBytes(current.kem.keyId, signed.keyId)) throw new CryptoError("E_KEY");
}
