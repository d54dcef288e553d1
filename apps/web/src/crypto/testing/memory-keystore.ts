import type { Kept, Keystore } from "../keystore.ts";

/** What a browser keeps, without a browser. */
export function memoryKeystore(): Keystore {
  const entries = new Map<string, Kept>();
  return {
    save: async (accountId, kept) => void entries.set(accountId, kept),
    load: async (accountId) => entries.get(accountId) ?? null,
    forget: async (accountId) => void entries.delete(accountId),
    raise: async (accountId, version) => {
      const kept = entries.get(accountId);
      if (kept && kept.version < version) entries.set(accountId, { ...kept, version });
    },
  };
}
