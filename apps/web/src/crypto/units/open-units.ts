import {
  type AccountKeys,
  type Bytes,
  CryptoError,
  type CryptoErrorCode,
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
 * A key of a unit that should open here and does not: what is sealed for it stays closed until somebody gives it anew.
 * `grant`: what a member has sealed for this account, if it is proven that it holds no such key. The server is told, so that
 * it can be given anew. Whatever only cannot be judged now, because the signed list is older than the envelope, is not.
 */
export type ClosedEpoch = { unitId: string; epoch: number; grant: string | null };
export type OpenedUnits = { units: UnitEpoch[]; closed: ClosedEpoch[] };

/**
 * Every epoch of the units that opens here: what a member has sealed for this account, and from there the earlier ones,
 * which whoever made the present epoch has linked to it. Nothing is taken from somebody who has left the signed list. What
 * does not open is told and closes nothing else: one bad envelope would shut an office out of all its cases.
 */
export async function openUnitEpochs(
  units: readonly OwnUnit[],
  keys: AccountKeys,
  directory: Directory,
): Promise<OpenedUnits> {
  const each = await Promise.all(units.map((unit) => openOne(unit, keys, directory)));
  return { units: each.flatMap((one) => one.units), closed: each.flatMap((one) => one.closed) };
}

async function openOne({ unitId, seeds, links }: OwnUnit, { kem }: AccountKeys, directory: Directory) {
  const grantors = (id: string) => directory.signers(unitId).get(id)?.spki;
  const open = (epoch: number, env: Bytes, recipient: UnitEpoch["kem"]) =>
    openUnitSeed({ env, unitId, epoch, recipient, grantors });

  const direct = await Promise.all(
    seeds.map((seed) =>
      attempt(seed, async () => {
        const unit = await open(seed.epoch, fromBase64(seed.grant), kem);
        if (!isSigned(unit, unitId, directory)) throw new CryptoError("E_ENV_OPEN");
        return unit;
      }),
    ),
  );
  const holding = direct.flatMap(({ unit }) => unit ?? []);
  const linked = links
    .filter(({ epoch }) => !holding.some((unit) => unit.epoch === epoch))
    .map((link) =>
      attempt(link, async () => {
        const env = fromBase64(link.grant);
        const { recipientKeyId } = inspectGrant(env);
        const later = holding.find((unit) => equalBytes(unit.kem.keyId, recipientKeyId));
        // Of a key that is only proposed, or that does not open itself.
        return later ? open(link.epoch, env, later.kem) : null;
      }),
    );
  const all = [...direct, ...(await Promise.all(linked))];
  const units = all.flatMap(({ unit }) => unit ?? []);
  const epochs = new Set(all.flatMap(({ epoch, code }) => (code ? [epoch] : [])));
  const closed = [...epochs].filter((epoch) => !units.some((unit) => unit.epoch === epoch));
  // Signed by somebody who may, and no such key in it: evidence against them.
  const evidence = direct.filter(({ code }) => code === "E_ENV_OPEN");
  const grantOf = (epoch: number) => evidence.find((one) => one.epoch === epoch)?.grant ?? null;
  return { units, closed: closed.map((epoch) => ({ unitId, epoch, grant: grantOf(epoch) })) };
}

type Sealed = { epoch: number; grant: string };
type Attempt = Sealed & { unit: UnitEpoch | null; code?: CryptoErrorCode };

async function attempt(sealed: Sealed, open: () => Promise<UnitEpoch | null>): Promise<Attempt> {
  try {
    return { ...sealed, unit: await open() };
  } catch (error) {
    if (error instanceof CryptoError) return { ...sealed, unit: null, code: error.code };
    throw error;
  }
}

/** Citizens seal for the key that the authority has signed: another one of that number would open nothing. */
function isSigned({ epoch, kem }: UnitEpoch, unitId: string, directory: Directory): boolean {
  const signed = directory.unitKey(unitId);
  return !signed || epoch !== signed.epoch || equalBytes(kem.keyId, signed.keyId);
}
