import type { Adapter, AdapterPayload } from "oidc-provider";

type Entry = { payload: AdapterPayload; expiresAt: number };

/** An interaction also names its grant, but must outlive it: it goes on after another person was logged out. */
const endsWithGrant: ReadonlySet<string> = new Set(["AccessToken", "AuthorizationCode"]);

/**
 * Sessions, codes and grants of one realm, in memory: a restart ends the logins at this provider, which nobody misses
 * in development. (The default store of the library does the same, but warns on the console at each start.)
 */
export function createMemoryStore(now: () => number): new (model: string) => Adapter {
  const entries = new Map<string, Entry>();
  const byUid = new Map<string, string>();
  const keysOfGrant = new Map<string, Set<string>>();

  const read = (key: string | undefined): AdapterPayload | undefined => {
    const entry = key === undefined ? undefined : entries.get(key);
    return entry && entry.expiresAt > now() ? entry.payload : undefined;
  };
  const forgetExpired = () => {
    for (const [key, { payload, expiresAt }] of entries) {
      if (expiresAt > now()) continue;
      entries.delete(key);
      if (payload.uid !== undefined && byUid.get(payload.uid) === key) byUid.delete(payload.uid);
      if (payload.grantId !== undefined) keysOfGrant.get(payload.grantId)?.delete(key);
    }
  };

  return class MemoryStore implements Adapter {
    readonly #model: string;

    constructor(model: string) {
      this.#model = model;
    }

    async upsert(id: string, payload: AdapterPayload, expiresIn: number) {
      forgetExpired();
      const key = this.#key(id);
      entries.set(key, { payload, expiresAt: expiresIn > 0 ? now() + expiresIn * 1000 : Number.POSITIVE_INFINITY });
      if (this.#model === "Session" && payload.uid !== undefined) byUid.set(payload.uid, key);
      if (payload.grantId !== undefined && endsWithGrant.has(this.#model)) {
        keysOfGrant.set(payload.grantId, (keysOfGrant.get(payload.grantId) ?? new Set()).add(key));
      }
    }

    async find(id: string) {
      return read(this.#key(id));
    }

    async findByUid(uid: string) {
      return read(byUid.get(uid));
    }

    /** The device flow, which alone asks this, is off. */
    async findByUserCode() {
      return undefined;
    }

    async consume(id: string) {
      const payload = read(this.#key(id));
      if (payload) payload.consumed = Math.floor(now() / 1000);
    }

    async destroy(id: string) {
      const key = this.#key(id);
      const uid = entries.get(key)?.payload.uid;
      entries.delete(key);
      if (uid !== undefined && byUid.get(uid) === key) byUid.delete(uid);
    }

    async revokeByGrantId(grantId: string) {
      for (const key of keysOfGrant.get(grantId) ?? []) entries.delete(key);
      keysOfGrant.delete(grantId);
    }

    #key(id: string) {
      return `${this.#model}:${id}`;
    }
  };
}
