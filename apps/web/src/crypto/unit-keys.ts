import {
  type AccountKeys,
  accountFingerprint,
  CryptoError,
  formatFingerprint,
  grantUnitSeed,
  kemKeyId,
  type UnitEpoch,
} from "@dvd/crypto";
import { fromBase64, toBase64 } from "./base64.ts";

/** Public keys of a colleague, as the server tells them. Until people have compared the digits they may be anybody's. */
export type ColleagueKeys = { kemPublicKey: string; signingKey: string };

type Ports = { now: () => Date; opened: () => { keys: AccountKeys; units: readonly UnitEpoch[] } };

const digitsOf = async ({ kemPublicKey, signingKey }: ColleagueKeys) =>
  formatFingerprint(await accountFingerprint(await kemKeyId(fromBase64(kemPublicKey)), fromBase64(signingKey)));

/** Passing on the key of a unit: the one act by which somebody else comes to read. */
export const createUnitKeys = ({ now, opened }: Ports) => ({
  /** The digits that have to stand on the colleague's own screen as well. */
  digitsOf,

  /** The newest key of the unit, sealed for exactly the keys whose digits were compared. It leads back to the earlier ones. */
  async grantUnit(unitId: string, colleague: ColleagueKeys, compared: string) {
    // What the server says now may differ from what was on the screen when two people compared.
    if ((await digitsOf(colleague)) !== compared) throw new CryptoError("E_KEY");
    const { keys, units } = opened();
    const [newest] = units.filter((unit) => unit.unitId === unitId).toSorted((one, other) => other.epoch - one.epoch);
    if (!newest) throw new CryptoError("E_STATE");
    const recipient = { role: "official" as const, publicKey: fromBase64(colleague.kemPublicKey) };
    const grant = await grantUnitSeed(newest, recipient, { grantor: keys.signing, now: now() });
    return [{ epoch: newest.epoch, grant: toBase64(grant) }];
  },
});
