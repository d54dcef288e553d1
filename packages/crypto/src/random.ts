import type { Bytes } from "./bytes.ts";

/** Where sealing takes its randomness from. Anything but `randomBytes` is for test vectors. */
export type RandomSource = (length: number) => Bytes;

/** The only caller of getRandomValues. A failing generator throws and so ends the operation. */
export const randomBytes: RandomSource = (length) => crypto.getRandomValues(new Uint8Array(length));
