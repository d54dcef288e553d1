/** One database of this browser. It is opened for each piece of work and closed after it: nobody blocks an upgrade. */
export function createDatabase<Store extends string>(
  name: string,
  stores: Readonly<Record<Store, IDBObjectStoreParameters>>,
) {
  function open(): Promise<IDBDatabase> {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      for (const [store, parameters] of Object.entries<IDBObjectStoreParameters>(stores))
        request.result.createObjectStore(store, parameters);
    };
    return settled(request);
  }

  return async function run<T>(
    store: Store,
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    const database = await open();
    try {
      return await settled(work(database.transaction(store, mode).objectStore(store)));
    } finally {
      database.close();
    }
  };
}

const settled = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the browser's storage refused"));
  });
