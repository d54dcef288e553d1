import { CryptoError, readPasskeySlot } from "@dvd/crypto";
import type { WayBack } from "@dvd/domain/account/ways-back";
import { type Keys, stretchWords } from "../../crypto/client.ts";
import { fromBase64 } from "../../crypto/base64.ts";
import type { SealedKeys } from "../../crypto/open-first.ts";
import { askPasskey } from "./passkey.ts";
import type { ApiClient } from "../trpc/client.ts";
import { readKeys } from "./read-keys.ts";
import type { SavePins } from "./save-pins.ts";

export type Unit = { unitId: string; name: string; role: "official" | "lead" };

/** What the device can do with the keys of whoever is signed in. */
export type Opened =
  /** A citizen who has never sent anything: the keys are made on the way to the first case. */
  | { is: "new"; accountId: string }
  /** An official whose authority has not given them keys yet. */
  | { is: "unprepared" }
  /** The account has keys, and this device does not. */
  | { is: "missing"; accountId: string; ways: WayBack[] }
  /** This device, or who typed a recovery key, has the former keys: others were put in their place. */
  | { is: "contested"; requestedAt: string; accountId: string; ways: WayBack[] }
  | { is: "ready"; kind: "citizen"; accountId: string; opening: string }
  | {
      is: "ready";
      kind: "official";
      accountId: string;
      opening: string;
      displayName: string;
      authority: string;
      units: Unit[];
    };

/** What a person has in hand on a device without the key. */
export type Way =
  | { by: "recovery"; typed: string }
  | { by: "passphrase"; typed: string }
  | { by: "passkey" }
  | { by: "device"; answer: string };

type Ports = { client: ApiClient; keys: Keys; savePins: SavePins };

export async function openAccount(ports: Ports, way?: Way): Promise<Opened> {
  const { client, keys } = ports;
  const { kind, accountId, keys: sealed, renewals } = await client.accounts.getAccount.query({});
  // An account that this device has opened before does not become new because the server says so.
  if (!sealed && (await keys.knows(accountId))) throw new CryptoError("E_VAULT_OLD");
  if (!sealed) return kind === "citizen" ? { is: "new", accountId } : { is: "unprepared" };

  const ways = sealed.slots.map(({ kind: one }) => one);
  try {
    if (way) await openWith(keys, accountId, sealed, way);
    else if (!(await keys.openWithDevice(accountId, sealed))) return { is: "missing", accountId, ways };
  } catch (error) {
    const typed = way?.by === "recovery" ? way.typed : undefined;
    const former = isOtherKey(error) ? await keys.openFormer(accountId, renewals, typed) : null;
    if (former) return { is: "contested", ...former, accountId, ways };
    throw error;
  }

  // New with every opening: cases that an earlier one has opened are closed again.
  const opening = crypto.randomUUID();
  if (kind === "citizen") return { is: "ready", kind, accountId, opening };
  return { is: "ready", kind, accountId, opening, ...(await openUnits(ports)) };
}

async function openWith(keys: Keys, accountId: string, sealed: SealedKeys, way: Way) {
  if (way.by === "recovery") return keys.openWithRecoveryKey(accountId, sealed, way.typed);
  if (way.by === "device") return keys.openWithAnswer(accountId, sealed, way.answer);
  if (way.by === "passkey") return openWithPasskey(keys, accountId, sealed);
  const slot = sealed.slots.find(({ kind }) => kind === way.by);
  // It was there when the screen was drawn; another device has removed it since.
  if (!slot) throw new CryptoError("E_SLOT");
  const key = await stretchWords(way.typed, slot.header, accountId);
  return keys.openWithPassphrase(accountId, sealed, key);
}

async function openWithPasskey(keys: Keys, accountId: string, sealed: SealedKeys) {
  const headers = sealed.slots.filter(({ kind }) => kind === "passkey").map(({ header }) => fromBase64(header));
  const prfOutput = await askPasskey(headers.map((header) => readPasskeySlot(header, accountId)));
  try {
    await keys.openWithPasskey(accountId, sealed, prfOutput);
  } finally {
    prfOutput.fill(0);
  }
}

/** A key that is one, and not of this vault. */
const isOtherKey = (error: unknown) =>
  error instanceof CryptoError && (error.code === "E_SLOT" || error.code === "E_VAULT");

async function openUnits({ client, keys, savePins }: Ports) {
  const answer = await client.accounts.listUnits.query({});
  const statements = await readKeys(client, keys, answer.tenantId);
  await savePins(await keys.openUnits(answer, statements));
  const displayName = (await keys.displayName()) ?? "";
  const units = answer.units.map(({ unitId, name, role }) => ({ unitId, name, role }));
  return { displayName, authority: answer.authority, units };
}
