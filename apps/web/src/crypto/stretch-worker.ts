import { passphraseKey } from "@dvd/crypto";
import { fromBase64 } from "./base64.ts";
import { serve } from "./rpc.ts";

/**
 * Turns seven words into the key of their slot: a second of work and 64 MiB, in a worker that ends afterwards. The key
 * that it hands out opens one slot and cannot be read, not even by the page that carries it to the key holder.
 */
const methods = {
  stretch: (words: string, header: string, accountId: string) => passphraseKey(words, fromBase64(header), accountId),
};

export type StretchMethods = typeof methods;

serve(methods, globalThis);
