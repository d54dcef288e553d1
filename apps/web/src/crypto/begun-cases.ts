import {
  type Bytes,
  CryptoError,
  generateCaseKey,
  generateDeviceKey,
  type NativeKey,
  openDeviceRecord,
  sealDeviceRecord,
} from "@dvd/crypto";
import { newId } from "../lib/new-id.ts";
import type { Destination } from "../lib/sending/shipment.ts";
import type { sealText } from "./contents.ts";
import { createDatabase } from "./indexed-db.ts";
import { unlessBroken } from "./server-drafts.ts";

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

/**
 * Keys of cases that were begun on this device and are not sent yet, wrapped under a key that cannot be exported: after a
 * reload, what is sealed already goes on. Once a case is sent its key comes from its grants.
 */
export type BegunCases = {
  /** The case for this purpose: the same one until it is forgotten. */
  caseFor(purpose: CasePurpose, now: Date): Promise<{ caseId: string; isNew: boolean }>;
  secretOf(caseId: string): Promise<Bytes | null>;
  /** Keeps what `seal` makes before anybody gets it. Of several windows one seals, and all get the same. */
  handOver(caseId: string, seal: () => Promise<HandedOver>): Promise<HandedOver>;
  handedOver(accountId: string, bundle: string): Promise<HandedOver | null>;
  /** Of every account of this device, what was begun before `time` (in milliseconds) for nothing that is still alive. */
  forgetBefore(time: number, isAlive: (of: CasePurpose) => boolean): Promise<void>;
  /** All of an account when no bundle is named. */
  forget(accountId: string, bundle?: string): Promise<void>;
};

type Entry = CasePurpose & {
  caseId: string;
  begunAt: number;
  key: NativeKey;
  wrapped: Bytes;
  handedOver: { id: string; sealed: Bytes } | null;
};

const run = createDatabase("dvd-begun-cases", { cases: { keyPath: "caseId" } });
const listAll = () => run<Entry[]>("cases", "readonly", (store) => store.getAll());
const find = (caseId: string) => run<Entry | undefined>("cases", "readonly", (store) => store.get(caseId));
const put = (entry: Entry) => run("cases", "readwrite", (store) => store.put(entry));

const isFor = (entry: CasePurpose, { accountId, bundle, target }: CasePurpose) =>
  entry.accountId === accountId && entry.bundle === bundle && entry.target === target;

export const indexedDbCases: BegunCases = {
  async caseFor(purpose, now) {
    const earlier = (await listAll()).find((entry) => isFor(entry, purpose));
    if (earlier) return { caseId: earlier.caseId, isNew: false };
    const [caseId, key] = [newId(), await generateDeviceKey()];
    const wrapped = await sealDeviceRecord(key, caseId, generateCaseKey().secret);
    await put({ ...purpose, caseId, begunAt: now.getTime(), key, wrapped, handedOver: null });
    return { caseId, isNew: true };
  },

  async secretOf(caseId) {
    const entry = await find(caseId);
    return entry ? openDeviceRecord(entry.key, caseId, entry.wrapped) : null;
  },

  handOver: (caseId, seal) =>
    navigator.locks.request(`dvd-begun-cases/${caseId}`, async () => {
      const entry = await find(caseId);
      // Sent or deleted in another window.
      if (!entry) throw new CryptoError("E_STATE");
      if (entry.handedOver) return openHandedOver(entry.key, entry.handedOver);
      const [id, made] = [newId(), await seal()];
      const sealed = await sealDeviceRecord(entry.key, id, new TextEncoder().encode(JSON.stringify(made)));
      await put({ ...entry, handedOver: { id, sealed } });
      return made;
    }),

  async handedOver(accountId, bundle) {
    const own = (await listAll()).filter((entry) => entry.accountId === accountId && entry.bundle === bundle);
    const entry = own.find(({ handedOver }) => handedOver !== null);
    return entry?.handedOver ? openHandedOver(entry.key, entry.handedOver).catch(unlessBroken) : null;
  },

  async forgetBefore(time, isAlive) {
    for (const entry of await listAll())
      if (entry.begunAt <= time && !isAlive(entry))
        await run("cases", "readwrite", (store) => store.delete(entry.caseId));
  },

  async forget(accountId, bundle) {
    for (const entry of await listAll())
      if (entry.accountId === accountId && (bundle ?? entry.bundle) === entry.bundle)
        await run("cases", "readwrite", (store) => store.delete(entry.caseId));
  },
};

async function openHandedOver(key: NativeKey, { id, sealed }: NonNullable<Entry["handedOver"]>) {
  // Written by the function above, and authenticated: nobody else can have written it.
  return JSON.parse(new TextDecoder().decode(await openDeviceRecord(key, id, sealed))) as HandedOver;
}
