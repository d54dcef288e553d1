import type { LinkAnswer } from "../../../../../crypto/wire-types.ts";

/** A device whose key fits the code that its person has brought. */
export type CheckedRequest = { link: LinkAnswer; code: string };
