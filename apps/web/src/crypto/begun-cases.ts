import {
  type Bytes,
  CryptoError,
  generateCaseKey,
  generateDeviceKey,
  type NativeKey,
  openDeviceRecord,
  sealDeviceRecord,
} from "@dvd/crypto";
import { DomainError } from "@dvd/domain/errors";
import { newId } from "../lib/new-id.ts";
import type { Destination } from "../lib/sending/destination.ts";
import type { sealText } from "./contents.ts";
import { unlessBroken } from "./unless-broken.ts";

/** What a case was begun for: one thing that somebody is about to send. `target` tells one office and place from another. */
export type CasePurpose = { accountId: string; bundle: string; target: string };

/**
 * A case whose first message is sealed: the office may have it. Until its receipt is proven these bytes are sent again, and
 * no others; a second sealing would be a second message for one intent.
 */
export type HandedOver = {
  caseId: string;
  destination: Destination;
  message: Awaited<ReturnType<typeof sealText>>["message"];
  /** What the receipt has to name, in order; digests as base64. */
  sent: { id: string; messageId: string }[];
};

export type CaseEntry = CasePurpose & {
  caseId: string;
  begunAt: number;
  key: NativeKey;
  wrapped: Bytes;
  handedOver: { id: string; sealed: Bytes } | null;
};

/** What is left of it once its receipt was shown: that this draft was sent, and as which case. No key, and no place. */
export type SentEntry = Pick<CaseEntry, "accountId" | "bundle" | "caseId" | "begunAt"> & { isSent: true };

/** What is on the disk of a device. `exclusively` lets one window work on it at a time. */
export type CaseStore = {
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  list(): Promise<(CaseEntry | SentEntry)[]>;
  put(entry: CaseEntry | SentEntry): Promise<void>;
  remove(caseId: string): Promise<void>;
};

/**
 * Keys of cases that were begun on this device and are not sent yet, wrapped under a key that cannot be exported: after a
 * reload, what is sealed already goes on. Once a case is sent its key comes from its grants.
 */
export function createBegunCases(store: CaseStore, now: () => Date) {
  const listBegun = async () => (await store.list()).filter(isBegun);
  const find = async (caseId: string) => (await listBegun()).find((entry) => entry.caseId === caseId);
  const listOf = async (accountId: string, bundle: string) =>
    (await listBegun()).filter((entry) => entry.accountId === accountId && entry.bundle === bundle);

  async function sentCase(accountId: string, bundle: string) {
    const sent = (await store.list()).find(
      (entry) => !isBegun(entry) && entry.accountId === accountId && entry.bundle === bundle,
    );
    return sent?.caseId ?? null;
  }

  async function remove(isGone: (entry: CaseEntry) => boolean) {
    for (const entry of await listBegun()) if (isGone(entry)) await store.remove(entry.caseId);
  }
  const removeWhere = (isGone: (entry: CaseEntry) => boolean) => store.exclusively(() => remove(isGone));

  return {
    /** Every case that this device has begun for it and has no receipt for. */
    casesOf: async (accountId: string, bundle: string) => (await listOf(accountId, bundle)).map(idOf),

    /** Those of them that no office can have. */
    unsentOf: async (accountId: string, bundle: string) => (await listOf(accountId, bundle)).filter(isUnsent).map(idOf),

    /** Those that were begun for the same thing and another office, which did not get it. */
    async casesBeside(caseId: string) {
      const entry = await find(caseId);
      const all = entry ? await listOf(entry.accountId, entry.bundle) : [];
      return all.filter((one) => one.caseId !== caseId && isUnsent(one)).map(idOf);
    },

    /**
     * The case for this purpose: the same one until it is forgotten. Throws `case.under-way` when another window has handed
     * over what it is for, and `case.settled-elsewhere` when that has arrived: a second case would be the same thing sent twice.
     */
    caseFor: (purpose: CasePurpose) =>
      store.exclusively(async () => {
        if (await sentCase(purpose.accountId, purpose.bundle)) throw new DomainError("case.settled-elsewhere");
        const own = await listOf(purpose.accountId, purpose.bundle);
        if (own.some(({ handedOver }) => handedOver)) throw new DomainError("case.under-way");
        const earlier = own.find(({ target }) => target === purpose.target);
        if (earlier) return { caseId: earlier.caseId, isNew: false };
        const [caseId, key] = [newId(), await generateDeviceKey()];
        const wrapped = await sealDeviceRecord(key, caseId, generateCaseKey().secret);
        await store.put({ ...purpose, caseId, begunAt: now().getTime(), key, wrapped, handedOver: null });
        return { caseId, isNew: true };
      }),

    async secretOf(caseId: string): Promise<Bytes | null> {
      const entry = await find(caseId);
      return entry ? openDeviceRecord(entry.key, caseId, entry.wrapped) : null;
    },

    /** Keeps what `seal` makes before anybody gets it. Of several windows one seals, and all get the same. */
    handOver: (caseId: string, seal: () => Promise<HandedOver>) =>
      store.exclusively(async () => {
        const entry = await find(caseId);
        // Sent or deleted in another window.
        if (!entry) throw new CryptoError("E_STATE");
        if (entry.handedOver) return openHandedOver(entry.key, entry.handedOver);
        // Windows that have chosen another office each: the other one was faster.
        const others = await listOf(entry.accountId, entry.bundle);
        if (others.some(({ handedOver }) => handedOver)) throw new DomainError("case.under-way");
        const [id, made] = [newId(), await seal()];
        const sealed = await sealDeviceRecord(entry.key, id, new TextEncoder().encode(JSON.stringify(made)));
        await store.put({ ...entry, handedOver: { id, sealed } });
        return made;
      }),

    async handedOver(accountId: string, bundle: string) {
      const entry = (await listOf(accountId, bundle)).find(({ handedOver }) => handedOver !== null);
      return entry?.handedOver ? openHandedOver(entry.key, entry.handedOver).catch(unlessBroken) : null;
    },

    /**
     * The receipt was proven and shown: what is remembered from now on is that, and no more. It takes the place of the case
     * before anything else goes, because a window that only looks finds the one or the other.
     */
    settle: (accountId: string, bundle: string, caseId: string) =>
      store.exclusively(async () => {
        await store.put({ accountId, bundle, caseId, begunAt: now().getTime(), isSent: true });
        await remove((entry) => entry.accountId === accountId && entry.bundle === bundle);
      }),

    /** Which case the draft has become, if it was sent from this device. */
    sentCase,

    /** The next try begins another one. What is handed over stays whatever is changed by now: the office may have it. */
    forgetUnsent: (accountId: string, bundle: string) =>
      removeWhere((entry) => entry.accountId === accountId && entry.bundle === bundle && isUnsent(entry)),

    /** It is proven that this one never arrived. */
    forgetCase: (caseId: string) => removeWhere((entry) => entry.caseId === caseId),

    /** Of every account of this device, what was begun before `time` (in milliseconds) for nothing that is still alive. */
    forgetBefore: (time: number, isAlive: (of: Pick<CasePurpose, "accountId" | "bundle">) => boolean) =>
      store.exclusively(async () => {
        for (const entry of await store.list())
          if (entry.begunAt <= time && !isAlive(entry)) await store.remove(entry.caseId);
      }),

    /** It was given up, or its receipt was shown. */
    forget: (accountId: string, bundle: string) =>
      removeWhere((entry) => entry.accountId === accountId && entry.bundle === bundle),

    /** All of an account, also what it has sent. */
    forgetAll: (accountId: string) =>
      store.exclusively(async () => {
        for (const entry of await store.list()) if (entry.accountId === accountId) await store.remove(entry.caseId);
      }),
  };
}

const idOf = ({ caseId }: CaseEntry) => caseId;
const isUnsent = ({ handedOver }: CaseEntry) => handedOver === null;
const isBegun = (entry: CaseEntry | SentEntry): entry is CaseEntry => !("isSent" in entry);

export type BegunCases = ReturnType<typeof createBegunCases>;

async function openHandedOver(key: NativeKey, { id, sealed }: NonNullable<CaseEntry["handedOver"]>) {
  // Written by `handOver`, and authenticated: nobody else can have written it.
  return JSON.parse(new TextDecoder().decode(await openDeviceRecord(key, id, sealed))) as HandedOver;
}
