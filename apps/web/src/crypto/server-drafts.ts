import { type Bytes, draftKey, openDraft, sealDraft } from "@dvd/crypto";
import { fromBase64, toBase64 } from "./base64.ts";
import { unlessBroken } from "./unless-broken.ts";

type Ports = { opened: () => { vault: { accountId: string }; vaultKey: Bytes } };
type Stored = { draftId: string; version: number; sealed: string };

/** Drafts that the server keeps for other devices of the same person: sealed with a key of the account. */
export function createServerDrafts({ opened }: Ports) {
  async function own() {
    const { vault, vaultKey } = opened();
    return { accountId: vault.accountId, key: await draftKey(vaultKey, vault.accountId) };
  }

  return {
    async sealServerDraft({ draftId, version, content }: { draftId: string; version: number; content: string }) {
      const { accountId, key } = await own();
      return toBase64(await sealDraft(key, { accountId, draftId, version }, new TextEncoder().encode(content)));
    },

    /** Null for what does not open: of former keys, or not what the server says it is. */
    async openServerDrafts(stored: readonly Stored[]): Promise<(string | null)[]> {
      const { accountId, key } = await own();
      const open = ({ draftId, version, sealed }: Stored) =>
        openDraft(key, { accountId, draftId, version }, fromBase64(sealed)).then(
          (plain) => new TextDecoder().decode(plain),
          unlessBroken,
        );
      return Promise.all(stored.map(open));
    },
  };
}
