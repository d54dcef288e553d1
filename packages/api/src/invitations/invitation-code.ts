import { createHash } from "node:crypto";
import { parseWords } from "@dvd/crypto";
import type { Bytes } from "../wire.ts";

/**
 * What the server keeps of a code. A plain hash is enough: seven random words are 82 bits, which nobody tries through.
 * Throws E_WORDS when what was typed cannot be a code.
 */
export const invitationHash = (typed: string): Bytes =>
  new Uint8Array(
    createHash("sha256")
      .update(`dvd-invitation\0${parseWords(typed)}`)
      .digest(),
  );
