import {
  type AccountKeys,
  type Bytes,
  CryptoError,
  createUnitEpoch,
  equalBytes,
  formatFingerprint,
  grantDigest,
  grantUnitSeed,
  kemKeyId,
  openUnitSeed,
  sealBackLink,
  toHex,
  type UnitEpoch,
  unitKeyFingerprint,
} from "@dvd/crypto";
import { fromBase64, toBase64 } from "../base64.ts";
import type { TrustedDirectory } from "../trust.ts";
import { unlessBroken } from "../unless-broken.ts";
import type { KeysAnswer } from "../wire-types.ts";

/** Who is still a member, as the server says it. Whether the key is theirs says the signed list. */
export type Recipient = { officialId: string; kemPublicKey: string };
/** What lies there for this account of a key that nobody has signed yet. */
export type ProposedSeed = {
  unitId: string;
  epoch: number;
  grant: string;
  /** For whom it was sealed, and the digests of those envelopes. */
  seeds: readonly { officialId: string; digest: string }[];
  links: readonly Link[];
};
/** An earlier epoch, sealed for the proposed key. */
type Link = { epoch: number; grant: string };
/** `losing`: what can be read today could not be read with it. `unchecked`: nobody can tell without the present key. */
export type CheckedDigits = { is: "shown"; digits: string } | { is: "losing" } | { is: "unchecked" };

type Ports = {
  now: () => Date;
  opened: () => { vault: { accountId: string }; keys: AccountKeys; units: readonly UnitEpoch[] };
  trusted: (authority: string, answer: KeysAnswer) => Promise<TrustedDirectory>;
};

/**
 * A new key for a unit: made by a member who has the present one, or the first one of a unit that has none. It is no key of
 * the unit before the authority signs it.
 */
export const createRotations = ({ now, opened, trusted }: Ports) => ({
  /**
   * The next epoch, sealed for the members that the authority has signed, with every earlier one linked to it. The first one
   * is sealed for the one who makes it, alone.
   */
  async proposeUnitKey(tenantId: string, unitId: string, recipients: readonly Recipient[], answer: KeysAnswer) {
    const directory = await trusted(tenantId, answer);
    if (!directory.isFreshAt(now())) throw new CryptoError("E_LOG_OLD");
    const { keys, units } = opened();
    const held = units.filter((unit) => unit.unitId === unitId);
    const signed = directory.unitKey(unitId);
    const isFirst = !signed && held.length === 0;
    const present = held.find(({ epoch }) => epoch === signed?.epoch);
    // Under an older key than the one that counts, what came after it would be out of everybody's reach.
    if (!isFirst && !(signed && present && equalBytes(present.kem.keyId, signed.keyId)))
      throw new CryptoError("E_STATE");
    // Whose key a colleague's is nobody has signed yet, and the server is not the one to ask: they get it afterwards.
    if (isFirst && recipients.length !== 1) throw new CryptoError("E_KEY");

    const next = await createUnitEpoch(unitId, (signed?.epoch ?? 0) + 1);
    const granting = { grantor: keys.signing, now: now() };
    const grants = recipients.map(async ({ officialId, kemPublicKey }) => {
      const publicKey = fromBase64(kemPublicKey);
      if (!isFirst) await assertSigned(directory, unitId, officialId, publicKey);
      else if (!equalBytes(publicKey, keys.kem.publicKey)) throw new CryptoError("E_KEY");
      const grant = await grantUnitSeed(next, { role: "official", publicKey }, granting);
      return { officialId, grant: toBase64(grant) };
    });
    const links = held.map(async (unit) => {
      return { epoch: unit.epoch, grant: toBase64(await sealBackLink(unit, next, granting)) };
    });
    return {
      epoch: next.epoch,
      publicKey: toBase64(next.kem.publicKey),
      grants: await Promise.all(grants),
      links: await Promise.all(links),
    };
  },

  /**
   * The digits of a proposed key, made from the seed that its proposer has sealed for this account: what the server says
   * is the public key is not asked. These the key office has to find in front of itself. First it has to open every earlier
   * key of the unit: once it is signed, nothing else leads to most of them. The digits stand for what has opened here as
   * well: neither it nor what others got can be exchanged before the signature.
   */
  async proposedDigits(
    tenantId: string,
    { unitId, epoch, grant, seeds, links }: ProposedSeed,
    answer: KeysAnswer,
  ): Promise<CheckedDigits> {
    const directory = await trusted(tenantId, answer);
    const { vault, keys, units } = opened();
    const held = units.filter((unit) => unit.unitId === unitId);
    const signed = directory.unitKey(unitId);
    const isFirst = !signed && held.length === 0 && epoch === 1;
    // Before there is a list nobody is believed but oneself: who says these digits says them for their own key.
    const oneself = (id: string) => (id === toHex(keys.signing.keyId) ? keys.signing.spki : undefined);
    const grantors = isFirst ? oneself : (id: string) => directory.signers(unitId).get(id)?.spki;
    const env = fromBase64(grant);
    const { kem } = await openUnitSeed({ env, unitId, epoch, recipient: keys.kem, grantors });
    const sealed = seeds.map(({ officialId, digest }) => ({ account: officialId, digest: fromBase64(digest) }));
    const own = sealed.find(({ account }) => account === vault.accountId);
    const isMore = isFirst && sealed.length + links.length > 1;
    if (!own || isMore || !equalBytes(own.digest, await grantDigest(env))) throw new CryptoError("E_CONTEXT");
    if (!isFirst && (!signed || !held.some((unit) => unit.epoch === signed.epoch))) return { is: "unchecked" };
    const open = async (link: Link) =>
      openUnitSeed({ env: fromBase64(link.grant), unitId, epoch: link.epoch, recipient: kem, grantors });
    const linked = await Promise.all(links.map((link) => open(link).catch(unlessBroken)));
    if (!leadsBack(linked, held)) return { is: "losing" };
    const digests = links.map(async (link) => {
      return { epoch: link.epoch, digest: await grantDigest(fromBase64(link.grant)) };
    });
    const made = { unitId, epoch, keyId: kem.keyId, seeds: sealed, links: await Promise.all(digests) };
    return { is: "shown", digits: formatFingerprint(await unitKeyFingerprint(made)) };
  },
});

/** Every link opens, and behind them is each key that this account holds, and no other one under its number. */
const leadsBack = (linked: readonly (UnitEpoch | null)[], held: readonly UnitEpoch[]) =>
  linked.every((one) => one !== null) &&
  held.every((own) => linked.some((one) => one?.epoch === own.epoch && equalBytes(one.kem.keyId, own.kem.keyId)));

/** The server may say who has left, and never whose key a member's is. */
async function assertSigned(directory: TrustedDirectory, unitId: string, officialId: string, publicKey: Bytes) {
  const keyId = toHex(await kemKeyId(publicKey));
  const isSigned = Array.from(directory.signers(unitId).values()).some(
    ({ account, kemKeyId: signed }) => account === officialId && signed === keyId,
  );
  if (!isSigned) throw new CryptoError("E_KEY");
}
