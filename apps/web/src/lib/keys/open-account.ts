import { type Bytes, CryptoError, readPasskeySlot } from "@dvd/crypto";
import type { WayBack } from "@dvd/domain/account/ways-back";
import { type Keys, stretchWords } from "../../crypto/client.ts";
import { fromBase64 } from "../../crypto/base64.ts";
import type { SealedKeys } from "../../crypto/open-first.ts";
import type { AccountAnswer } from "../../crypto/wire-types.ts";
import { askPasskey } from "./passkey.ts";
import type { ApiClient } from "../trpc/client.ts";
import { readKeys } from "./read-keys.ts";
import type { SavePins } from "./save-pins.ts";

export type Unit = { unitId: string; name: string; role: "official" | "lead" };

/** What the device can do with the keys of whoever is signed in. */
export type Opened =
  /** A citizen who has never sent anything, or an official who has never been here: the keys are made when needed. */
  | { is: "new"; accountId: string }
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
  if (!sealed) return { is: "new", accountId };

  const ways = kindsOf([sealed]);
  const generations = [sealed, ...renewals.map(({ former }) => former)];
  const held: Held | undefined =
    way?.by === "passkey" ? { by: way.by, prfOutput: await askAnyPasskey(accountId, generations) } : way;
  try {
    if (held) await openWith(keys, accountId, sealed, held);
    // Also the ways of former keys: a thief of the login has put others in their place, and who has them may object.
    else if (!(await keys.openWithDevice(accountId, sealed)))
      return { is: "missing", accountId, ways: kindsOf(generations) };
  } catch (error) {
    const former = isOtherKey(error) ? await openFormer(keys, accountId, renewals, held) : null;
    if (former) return { is: "contested", ...former, accountId, ways };
    throw error;
  } finally {
    if (held?.by === "passkey") held.prfOutput.fill(0);
  }

  // New with every opening: cases that an earlier one has opened are closed again.
  const opening = crypto.randomUUID();
  if (kind === "citizen") return { is: "ready", kind, accountId, opening };
  return { is: "ready", kind, accountId, opening, ...(await openUnits(ports)) };
}

/** A way whose passkey was asked already: it is asked once, and may be one of the former generations. */
type Held = Exclude<Way, { by: "passkey" }> | { by: "passkey"; prfOutput: Bytes };

const kindsOf = (generations: readonly SealedKeys[]) => [
  ...new Set(generations.flatMap(({ slots }) => slots.map(({ kind }) => kind))),
];

function askAnyPasskey(accountId: string, generations: readonly SealedKeys[]) {
  const passkeys = generations.flatMap(({ slots }) => slots).filter(({ kind }) => kind === "passkey");
  return askPasskey(passkeys.map(({ header }) => readPasskeySlot(fromBase64(header), accountId)));
}

async function openWith(keys: Keys, accountId: string, sealed: SealedKeys, held: Held) {
  if (held.by === "recovery") return keys.openWithRecoveryKey(accountId, sealed, held.typed);
  if (held.by === "device") return keys.openWithAnswer(accountId, sealed, held.answer);
  if (held.by === "passkey") return keys.openWithPasskey(accountId, sealed, held.prfOutput);
  const slot = sealed.slots.find(({ kind }) => kind === held.by);
  // Another device has removed it since the screen was drawn, or it is a way of former keys.
  if (!slot) throw new CryptoError("E_SLOT");
  const key = await stretchWords(held.typed, slot.header, accountId);
  return keys.openWithPassphrase(accountId, sealed, key);
}

async function openFormer(keys: Keys, accountId: string, renewals: AccountAnswer["renewals"], held?: Held) {
  if (held?.by !== "passphrase") return keys.openFormer(accountId, renewals, held?.by === "device" ? undefined : held);
  for (const renewal of renewals) {
    const slot = renewal.former.slots.find(({ kind }) => kind === held.by);
    if (!slot) continue;
    const key = await stretchWords(held.typed, slot.header, accountId);
    const former = await keys.openFormer(accountId, [renewal], { by: held.by, key });
    if (former) return former;
  }
  return null;
}

/** A key that is one, and not of this vault. */
const isOtherKey = (error: unknown) =>
  error instanceof CryptoError && (error.code === "E_SLOT" || error.code === "E_VAULT");

/** What lies there of the units' keys now. Also later: a unit may have a new one since this page was opened. */
export async function openUnits({ client, keys, savePins }: Ports) {
  const answer = await client.accounts.listUnits.query({});
  const statements = await readKeys(client, keys, answer.tenantId);
  await savePins(await keys.openUnits(answer, statements));
  await reportClosed(client, keys);
  const displayName = (await keys.displayName()) ?? "";
  const units = answer.units.map(({ unitId, name, role }) => ({ unitId, name, role }));
  return { displayName, tenantId: answer.tenantId, authority: answer.authority, units };
}

/**
 * What a colleague has sealed and holds no key: from now on it counts as none, and somebody may give it anew. Should this fail,
 * it is said again with the next opening; what does open must not wait for it.
 */
async function reportClosed(client: ApiClient, keys: Keys) {
  for (const { unitId, epoch, grant } of await keys.closedEpochs())
    if (grant) await client.members.reportSeed.mutate({ unitId, epoch, grant }).catch(() => undefined);
}
