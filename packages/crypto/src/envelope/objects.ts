import { concat, copyOfLength, u32, utf8, uuidBytes, type Bytes } from "../bytes.ts";
import { floeHeaderLength, headerLength } from "../container/header.ts";
import { sha256 } from "../primitives.ts";
import { suiteOf, writtenSuite } from "../suite.ts";

export const recipientRoles = { citizen: 1, unit: 2, official: 3, export: 4, offline: 5, device: 6 } as const;
export type RecipientRole = keyof typeof recipientRoles;

export const grantedObjects = { caseKey: 1, containerKey: 2, unitSeed: 3, vaultKey: 4 } as const;
export type GrantedObject = keyof typeof grantedObjects;

/** Names exactly one secret. A grant for one object cannot be passed off as a grant for another. */
export type ObjectName = { objectType: GrantedObject; objectId: Bytes };

const nameOf = async (objectType: GrantedObject, label: string, ...parts: Uint8Array[]): Promise<ObjectName> => ({
  objectType,
  objectId: await sha256(concat(utf8(label), ...parts)),
});

export const caseKeyObject = async (scopeId: Uint8Array, generation: number): Promise<ObjectName> =>
  nameOf("caseKey", "PSE1 thread key\0", copyOfLength(scopeId, 16, "E_LENGTH"), u32(generation));

export const containerKeyObject = async (header: Uint8Array, floeHeader: Uint8Array): Promise<ObjectName> =>
  nameOf(
    "containerKey",
    "PSE1 container key\0",
    copyOfLength(header, headerLength, "E_LENGTH"),
    copyOfLength(floeHeader, floeHeaderLength(suiteOf(writtenSuite)), "E_LENGTH"),
  );

export const unitSeedObject = async (unitId: string, epoch: number): Promise<ObjectName> =>
  nameOf("unitSeed", "PSE1 unit seed\0", uuidBytes(unitId), u32(epoch));

export const vaultKeyObject = async (accountId: string): Promise<ObjectName> =>
  nameOf("vaultKey", "PSE1 vault key\0", uuidBytes(accountId));
