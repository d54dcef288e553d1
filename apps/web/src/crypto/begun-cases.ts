import {
  type Bytes,
  generateCaseKey,
  generateDeviceKey,
  type NativeKey,
  openDeviceRecord,
  sealDeviceRecord,
} from "@dvd/crypto";
import { newId } from "../lib/new-id.ts";
import { createDatabase } from "./indexed-db.ts";

/** What a case was begun for: one thing that somebody is about to send. `target` tells one office and place from another. */
export type CasePurpose = { accountId: string; bundle: string; target: string };

/**
 * Keys of cases that were begun on this device and are not sent yet, wrapped under a key that cannot be exported: after a
 * reload, what is sealed already goes on. Once a case is sent its key comes from its grants.
 */
export type BegunCases = {
  /** The case for this purpose: the same one until it is forgotten. */
  caseFor(purpose: CasePurpose, now: Date): Promise<{ caseId: string; isNew: boolean }>;
  secretOf(caseId: string): Promise<Bytes | null>;
  /** Of every account of this device, what was begun before `time` (in milliseconds) for nothing that is still alive. */
  forgetBefore(time: number, isAlive: (of: CasePurpose) => boolean): Promise<void>;
  /** All of an account when no bundle is named. */
  forget(accountId: string, bundle?: string): Promise<void>;
};

type Entry = CasePurpose & { caseId: string; begunAt: number; key: NativeKey; wrapped: Bytes };

const run = createDatabase("dvd-begun-cases", { cases: { keyPath: "caseId" } });
const listAll = () => run<Entry[]>("cases", "readonly", (store) => store.getAll());

const isFor = (entry: CasePurpose, { accountId, bundle, target }: CasePurpose) =>
  entry.accountId === accountId && entry.bundle === bundle && entry.target === target;

export const indexedDbCases: BegunCases = {
  async caseFor(purpose, now) {
    const earlier = (await listAll()).find((entry) => isFor(entry, purpose));
    if (earlier) return { caseId: earlier.caseId, isNew: false };
    const [caseId, key] = [newId(), await generateDeviceKey()];
    const wrapped = await sealDeviceRecord(key, caseId, generateCaseKey().secret);
    const entry: Entry = { ...purpose, caseId, begunAt: now.getTime(), key, wrapped };
    await run("cases", "readwrite", (store) => store.put(entry));
    return { caseId, isNew: true };
  },

  async secretOf(caseId) {
    const entry = await run<Entry | undefined>("cases", "readonly", (store) => store.get(caseId));
    return entry ? openDeviceRecord(entry.key, caseId, entry.wrapped) : null;
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
