import { type Bytes, generateDeviceKey, type NativeKey, unwrapForDevice, wrapForDevice } from "@dvd/crypto";

/**
 * What this device keeps: one AES key that cannot be exported, and the vault key wrapped under it. Only AES keys are
 * stored, because some browsers silently lose other kinds (docs/keys.md). The device is a cache; the ways back on the
 * server are the truth.
 */
export type Keystore = {
  save(accountId: string, vaultKey: Bytes): Promise<void>;
  load(accountId: string): Promise<Bytes | null>;
  forget(accountId: string): Promise<void>;
};

type Entry = { accountId: string; deviceKey: NativeKey; wrapped: Bytes };

const storeName = "devices";

export const indexedDbKeystore: Keystore = {
  async save(accountId, vaultKey) {
    const deviceKey = await generateDeviceKey();
    const entry: Entry = { accountId, deviceKey, wrapped: await wrapForDevice(vaultKey, deviceKey, accountId) };
    await run("readwrite", (store) => store.put(entry));
    // A browser that says "stored" and kept nothing must be found out now, while the key is still in memory.
    if ((await this.load(accountId)) === null) throw new Error("this browser did not keep the device key");
  },

  async load(accountId) {
    const entry = await run<Entry | undefined>("readonly", (store) => store.get(accountId));
    if (!entry?.deviceKey) return null;
    return unwrapForDevice(entry.wrapped, entry.deviceKey, accountId).catch(() => null);
  },

  async forget(accountId) {
    await run("readwrite", (store) => store.delete(accountId));
  },
};

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open("dvd-keys", 1);
  request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: "accountId" });
  return settled(request);
}

async function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await settled(work(database.transaction(storeName, mode).objectStore(storeName)));
  } finally {
    database.close();
  }
}

const settled = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the browser's storage refused"));
  });
