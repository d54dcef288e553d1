import type { Bytes, Directory } from "@dvd/crypto";
import type { CitizenKeys } from "./citizen-keys.ts";

/** Who may speak in a case. Whoever signs with none of these keys proves nothing. */
export type CaseSenders = {
  senderKeys: (keyIdHex: string) => Bytes | undefined;
  /** Whoever signs with one of these keys is the citizen; every other proven sender is a member of the unit. */
  citizen: CitizenKeys;
};

/** In a case speak its citizen and the signed members of its unit. */
export function sendersOf(directory: Directory, unitId: string, citizen: CitizenKeys): CaseSenders {
  const ofCitizen = new Map(citizen.all.map(({ keyId, spki }) => [keyId, spki]));
  const senderKeys = (keyIdHex: string) => ofCitizen.get(keyIdHex) ?? directory.signers(unitId).get(keyIdHex)?.spki;
  return { citizen, senderKeys };
}
