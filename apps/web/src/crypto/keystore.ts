import { type Bytes, generateDeviceKey, type NativeKey, unwrapForDevice, wrapForDevice } from "@dvd/crypto";
import { createDatabase } from "./indexed-db.ts";

/**
 * What this device keeps: one AES key that cannot be exported, the vault key wrapped under it, and the newest version of
 * the vault that it has seen. Only AES keys are stored, because some browsers silently lose other kinds (docs/keys.md).
 * The device is a cache for the key, and a memory for the version: a server that shows an older vault is found out.
 */
export type Keystore = {
  save(accountId: string, kept: Kept): Promise<void>;
  load(accountId: string): Promise<Kept | null>;
  /** Removes the key and the memory of the version: this device is then as good as new. */
  forget(accountId: string): Promise<void>;
  /** Never lowers the version. */
  raise(accountId: string, version: number): Promise<void>;
};

export type Kept = { vaultKey: Bytes; version: number };

type Entry = { accountId: string; deviceKey: NativeKey; wrapped: Bytes; version: number };

export const indexedDbKeystore: Keystore = {
  async save(accountId, { vaultKey, version }) {
    const deviceKey = await generateDeviceKey();
    const wrapped = await wrapForDevice(vaultKey, deviceKey, accountId);
    await write({ accountId, deviceKey, wrapped, version });
    // A browser that says "stored" and kept nothing must be found out now, while the key is still in memory.
    if ((await this.load(accountId)) === null) throw new Error("this browser did not keep the device key");
  },

  async load(accountId) {
    const entry = await read(accountId);
    if (!entry?.deviceKey) return null;
    const vaultKey = await unwrapForDevice(entry.wrapped, entry.deviceKey, accountId).catch(() => null);
    return vaultKey && { vaultKey, version: entry.version };
  },

  async forget(accountId) {
    await run("devices", "readwrite", (store) => store.delete(accountId));
  },

  async raise(accountId, version) {
    const entry = await read(accountId);
    if (entry && entry.version < version) await write({ ...entry, version });
  },
};

const run = createDatabase("dvd-keys", { devices: { keyPath: "accountId" } });
const read = (accountId: string) => run<Entry | undefined>("devices", "readonly", (store) => store.get(accountId));
const write = (entry: Entry) => run("devices", "readwrite", (store) => store.put(entry));
