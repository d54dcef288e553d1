import { generateDeviceKey, type NativeKey, openDraft, sealDraft } from "@dvd/crypto";
import { DomainError } from "@dvd/domain/errors";
import { isDraftExpired } from "@dvd/domain/form/draft-limits";
import { bundleOf } from "../lib/drafts/bundle-of.ts";
import { createDatabase } from "./indexed-db.ts";
import { unlessBroken } from "./unless-broken.ts";

/** `keptVersion`: the newest version that the server is known to have, 0 for none. */
export type DeviceDraft = { draftId: string; version: number; keptVersion: number; changedAt: string; content: string };

export type DraftEntry = Omit<DeviceDraft, "content"> & { accountId: string; sealed: Uint8Array<ArrayBuffer> };

/** What is on the disk of a device. `exclusively` lets one window work on it at a time. */
export type DraftStore = {
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  list(): Promise<DraftEntry[]>;
  put(entry: DraftEntry): Promise<void>;
  remove(accountId: string, draftId: string): Promise<void>;
  key(accountId: string): Promise<NativeKey | undefined>;
  putKey(accountId: string, key: NativeKey): Promise<void>;
  removeKey(accountId: string): Promise<void>;
};

/** Ends what was kept for a draft beside its words: its documents, and the cases that were begun for it. */
type EndBundle = (accountId: string, bundle: string) => Promise<void>;

type Saving = { accountId: string; draftId: string; expectedVersion: number; keptVersion: number; content: string };

/**
 * Drafts on this device, each sealed under a key that cannot be exported: also of people who have no keys of their own
 * yet. A window that has not seen the newest version overwrites nothing.
 */
export function createDeviceDrafts(store: DraftStore, now: () => Date, endBundle: EndBundle) {
  const find = async (accountId: string, draftId: string) =>
    (await store.list()).find((entry) => entry.accountId === accountId && entry.draftId === draftId);

  async function keyOf(accountId: string) {
    const known = await store.key(accountId);
    if (known) return known;
    const key = await generateDeviceKey();
    await store.putKey(accountId, key);
    return key;
  }

  const isOver = ({ changedAt }: Pick<DraftEntry, "changedAt">) => isDraftExpired(new Date(changedAt), now());

  async function end(accountId: string, draftId: string) {
    await store.remove(accountId, draftId);
    await endBundle(accountId, bundleOf(draftId));
  }

  /** Null when it cannot be opened any more, or its time is over: nobody can use it, so it goes. */
  async function open({ accountId, sealed, ...draft }: DraftEntry): Promise<DeviceDraft | null> {
    const key = await store.key(accountId);
    const plain = key && !isOver(draft) && (await openDraft(key, { accountId, ...draft }, sealed).catch(unlessBroken));
    if (plain) return { ...draft, content: new TextDecoder().decode(plain) };
    await end(accountId, draft.draftId);
    return null;
  }

  return {
    listDeviceDrafts: (accountId: string) =>
      store.exclusively(async () => {
        const own = (await store.list()).filter((entry) => entry.accountId === accountId);
        const opened = await Promise.all(own.map(open));
        return opened.filter((draft) => draft !== null);
      }),

    /** Throws `draft.conflict` when another window was faster, `draft.not-found` when it was sent or deleted there. */
    saveDeviceDraft: ({ accountId, draftId, expectedVersion, keptVersion, content }: Saving) =>
      store.exclusively(async () => {
        const found = await find(accountId, draftId);
        if (!found && expectedVersion > 0) throw new DomainError("draft.not-found");
        if (found && found.version !== expectedVersion) throw new DomainError("draft.conflict");
        const version = Math.max(expectedVersion, keptVersion) + 1;
        const changedAt = now().toISOString();
        const plain = new TextEncoder().encode(content);
        const sealed = await sealDraft(await keyOf(accountId), { accountId, draftId, version }, plain);
        await store.put({ accountId, draftId, version, keptVersion, changedAt, sealed });
        return { version, changedAt };
      }),

    /** The server has it up to this version. */
    noteKeptDraft: (accountId: string, draftId: string, keptVersion: number) =>
      store.exclusively(async () => {
        const found = await find(accountId, draftId);
        if (found && found.keptVersion < keptVersion) await store.put({ ...found, keptVersion });
      }),

    removeDeviceDraft: (accountId: string, draftId: string) =>
      store.exclusively(() => store.remove(accountId, draftId)),

    /** Of every account of this device: whoever does not come back sweeps nothing. Returns the bundles that go on. */
    sweepDrafts: () =>
      store.exclusively(async () => {
        const all = await store.list();
        for (const { accountId, draftId } of all.filter(isOver)) await end(accountId, draftId);
        const alive = all.filter((entry) => !isOver(entry));
        return alive.map(({ accountId, draftId }) => ({ accountId, bundle: bundleOf(draftId) }));
      }),

    forgetDrafts: (accountId: string) =>
      store.exclusively(async () => {
        for (const entry of await store.list())
          if (entry.accountId === accountId) await store.remove(accountId, entry.draftId);
        await store.removeKey(accountId);
      }),
  };
}

const run = createDatabase("dvd-drafts", {
  drafts: { keyPath: ["accountId", "draftId"] },
  keys: { keyPath: "accountId" },
});

export const indexedDbDrafts: DraftStore = {
  exclusively: (work) => navigator.locks.request("dvd-drafts", work),
  list: () => run<DraftEntry[]>("drafts", "readonly", (store) => store.getAll()),
  async put(entry) {
    await run("drafts", "readwrite", (store) => store.put(entry));
  },
  async remove(accountId, draftId) {
    await run("drafts", "readwrite", (store) => store.delete([accountId, draftId]));
  },
  async key(accountId) {
    return (await run<{ key: NativeKey } | undefined>("keys", "readonly", (store) => store.get(accountId)))?.key;
  },
  async putKey(accountId, key) {
    await run("keys", "readwrite", (store) => store.put({ accountId, key }));
  },
  async removeKey(accountId) {
    await run("keys", "readwrite", (store) => store.delete(accountId));
  },
};
