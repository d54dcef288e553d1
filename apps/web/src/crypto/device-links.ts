import {
  type AccountKeys,
  answerDeviceLink,
  beginDeviceLink,
  type Bytes,
  checkDeviceLink,
  CryptoError,
  type KemKey,
  openDeviceLink,
} from "@dvd/crypto";
import { fromBase64, toBase64 } from "./base64.ts";
import type { SealedKeys } from "./open-first.ts";
import type { LinkAnswer } from "./wire-types.ts";

type Asking = { kem: KemKey; link: { accountId: string; linkId: string; code: string } };

type Ports = {
  now: () => Date;
  opened: () => { vault: { accountId: string }; vaultKey: Bytes; keys: AccountKeys };
  /** Opens with this vault key, if the vault holds the key of who granted it. */
  openGranted: (accountId: string, sealedKeys: SealedKeys, vaultKey: Bytes, grantorSpki: Bytes) => Promise<void>;
};

const requestOf = ({ publicKey, proof }: LinkAnswer) => ({
  publicKey: fromBase64(publicKey),
  proof: fromBase64(proof),
});

/** Both sides of handing the key to a new device of the same person; a page is on one of them. */
export function createDeviceLinks({ now, opened, openGranted }: Ports) {
  let asking: Asking | null = null;

  return {
    /** This device has no key. What another one would seal for lives until it is asked anew, or the page ends. */
    async askOtherDevice(accountId: string) {
      const linkId = crypto.randomUUID();
      const { kem, code, publicKey, proof } = await beginDeviceLink({ accountId, linkId });
      asking = { kem, link: { accountId, linkId, code } };
      return { code, request: { linkId, publicKey: toBase64(publicKey), proof: toBase64(proof) } };
    },

    /** Throws E_LINK when it was not answered by somebody with the code, E_SENDER for another account's vault. */
    async openWithAnswer(accountId: string, sealedKeys: SealedKeys, answer: string) {
      if (asking?.link.accountId !== accountId) throw new CryptoError("E_STATE");
      const { vaultKey, grantorSpki } = await openDeviceLink(asking.link, fromBase64(answer), asking.kem);
      await openGranted(accountId, sealedKeys, vaultKey, grantorSpki);
      asking = null;
    },

    /** Throws E_WORDS, or E_LINK when the code's device is not the one that asks. */
    checkOtherDevice: (asked: LinkAnswer, code: string) =>
      checkDeviceLink({ accountId: opened().vault.accountId, linkId: asked.linkId, code }, requestOf(asked)),

    /** The vault key for the device that asks: only after its person has agreed. */
    async answerOtherDevice(asked: LinkAnswer, code: string) {
      const { vault, vaultKey, keys } = opened();
      const link = { accountId: vault.accountId, linkId: asked.linkId, code };
      return toBase64(await answerDeviceLink(link, requestOf(asked), { vaultKey, signing: keys.signing, now: now() }));
    },
  };
}
