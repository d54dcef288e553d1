import { createHash } from "node:crypto";
import { toHex } from "@dvd/crypto";
import { collectorTokenStart } from "@dvd/domain/tenant/collector";
import type { Bytes } from "../wire.ts";

export const newCollectorToken = (randomBytes: (length: number) => Bytes) =>
  collectorTokenStart + toHex(randomBytes(32));

/** By which people tell one from another; what is left of it is far more than anybody tries through. */
export const tailOf = (token: string) => token.slice(-4);

/** What the server keeps, and looks for: nothing is compared with a secret, so no answer takes longer the more of it is right. */
export const collectorTokenHash = (token: string): Bytes =>
  new Uint8Array(createHash("sha256").update(`dvd-collector\0${token}`).digest());
