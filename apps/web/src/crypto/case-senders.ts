import type { Bytes, Directory } from "@dvd/crypto";
import type { CitizenKeys } from "./citizen-keys.ts";

/** Who may speak in a case. Whoever signs with none of these keys proves nothing. */
export type CaseSenders = {
  /** `at` is the server's word for when it came: from somebody who had left by then nothing is proven. */
  senderKeys: (keyIdHex: string, at: Date) => Bytes | undefined;
  /** Whoever signs with one of these keys is the citizen; every other proven sender is a member of the unit. */
  citizen: CitizenKeys;
};

/** In a case speak its citizen and those who were members of its unit then. */
export function sendersOf(directory: Directory, unitId: string, citizen: CitizenKeys): CaseSenders {
  const ofCitizen = new Map(citizen.all.map(({ keyId, spki }) => [keyId, spki]));
  const senderKeys: CaseSenders["senderKeys"] = (keyIdHex, at) => {
    const author = directory.authors(unitId).get(keyIdHex);
    const isInTime = author && (author.until === null || at < author.until);
    return ofCitizen.get(keyIdHex) ?? (isInTime ? author.spki : undefined);
  };
  return { citizen, senderKeys };
}
