import type { Bytes, Deputy, Directory } from "@dvd/crypto";
import type { CitizenKeys } from "./citizen-keys.ts";

/** Who may speak in a case. Whoever signs with none of these keys proves nothing. */
export type CaseSenders = {
  /** `at` is the server's word for when it came: from somebody who had left by then nothing is proven. */
  senderKeys: (keyIdHex: string, at: Date) => Bytes | undefined;
  /** Whoever signs with one of these keys is the citizen; every other proven sender is of the authority. */
  citizen: CitizenKeys;
  /** Of another unit, by the signed word of a member of this one. */
  deputies: readonly Deputy[];
  /** Whether it is a deputy who speaks with this key, and no member of the unit. */
  isDeputy: (keyIdHex: string, at: Date) => boolean;
};

/** In a case speak its citizen, those who were members of its unit then, and who was the deputy of one of them then. */
export function sendersOf(
  directory: Directory,
  unitId: string,
  citizen: CitizenKeys,
  deputies: readonly Deputy[],
): CaseSenders {
  const ofCitizen = new Map(citizen.all.map(({ keyId, spki }) => [keyId, spki]));
  const memberKey = (keyIdHex: string, at: Date) => {
    const author = directory.authors(unitId).get(keyIdHex);
    return author && (author.until === null || at < author.until) ? author.spki : undefined;
  };
  const ownKey = (keyIdHex: string, at: Date) => ofCitizen.get(keyIdHex) ?? memberKey(keyIdHex, at);
  return {
    citizen,
    deputies,
    isDeputy: (keyIdHex, at) => !ownKey(keyIdHex, at) && deputyAt(deputies, keyIdHex, at) !== undefined,
    senderKeys: (keyIdHex, at) => ownKey(keyIdHex, at) ?? deputyAt(deputies, keyIdHex, at)?.spki,
  };
}

export const deputyAt = (deputies: readonly Deputy[], keyIdHex: string, at: Date) =>
  deputies.find(({ keyId, from, until }) => keyId === keyIdHex && from <= at && at < until);
