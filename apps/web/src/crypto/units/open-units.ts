import {
  type AccountKeys,
  type Bytes,
  type Directory,
  equalBytes,
  inspectGrant,
  openUnitSeed,
  type UnitEpoch,
} from "@dvd/crypto";
import { fromBase64 } from "../base64.ts";
import { unlessBroken } from "../unless-broken.ts";
import type { UnitsAnswer } from "../wire-types.ts";

type OwnUnit = UnitsAnswer["units"][number];
/** A key of a unit that should open here and does not: what is sealed for it stays closed until somebody gives it anew. */
export type ClosedEpoch = { unitId: string; epoch: number };
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

  const sealed = seeds.map(({ epoch, grant }) => attempt(epoch, async () => open(epoch, fromBase64(grant), kem)));
  const direct = (await Promise.all(sealed)).map((one) => (isSigned(one.unit, unitId, directory) ? one : failed(one)));
  const holding = direct.flatMap(({ unit }) => unit ?? []);
  const linked = links
    .filter(({ epoch }) => !holding.some((unit) => unit.epoch === epoch))
    .map(({ epoch, grant }) =>
      attempt(epoch, async () => {
        const env = fromBase64(grant);
        const { recipientKeyId } = inspectGrant(env);
        const later = holding.find((unit) => equalBytes(unit.kem.keyId, recipientKeyId));
        // Of a key that is only proposed, or that does not open itself.
        return later ? open(epoch, env, later.kem) : "not-ours";
      }),
    );
  const all = [...direct, ...(await Promise.all(linked))];
  const units = all.flatMap(({ unit }) => unit ?? []);
  const epochs = new Set(all.flatMap(({ epoch, isFailed }) => (isFailed ? [epoch] : [])));
  const closed = [...epochs].filter((epoch) => !units.some((unit) => unit.epoch === epoch));
  return { units, closed: closed.map((epoch) => ({ unitId, epoch })) };
}

type Attempt = { epoch: number; unit: UnitEpoch | null; isFailed: boolean };
const failed = ({ epoch }: Attempt): Attempt => ({ epoch, unit: null, isFailed: true });

async function attempt(epoch: number, open: () => Promise<UnitEpoch | "not-ours">): Promise<Attempt> {
  const opened = await open().catch(unlessBroken);
  if (opened === "not-ours") return { epoch, unit: null, isFailed: false };
  return { epoch, unit: opened, isFailed: opened === null };
}

/** Citizens seal for the key that the authority has signed: another one of that number would open nothing. */
function isSigned(unit: UnitEpoch | null, unitId: string, directory: Directory): boolean {
  const signed = directory.unitKey(unitId);
  return !signed || unit?.epoch !== signed.epoch || equalBytes(unit.kem.keyId, signed.keyId);
}
