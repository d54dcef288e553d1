import { CryptoError } from "@dvd/crypto";
import type { Keys } from "../../crypto/client.ts";
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
  | { is: "missing"; accountId: string }
  /** This device, or who typed a recovery key, has the former keys: others were put in their place. */
  | { is: "contested"; requestedAt: string }
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

type Ports = { client: ApiClient; keys: Keys; savePins: SavePins };

export async function openAccount(ports: Ports, recoveryKey?: string): Promise<Opened> {
  const { client, keys } = ports;
  const { kind, accountId, keys: sealed, renewals } = await client.accounts.getAccount.query({});
  // An account that this device has opened before does not become new because the server says so.
  if (!sealed && (await keys.knows(accountId))) throw new CryptoError("E_VAULT_OLD");
  if (!sealed) return kind === "citizen" ? { is: "new", accountId } : { is: "unprepared" };

  try {
    if (recoveryKey !== undefined) await keys.openWithRecoveryKey(accountId, sealed, recoveryKey);
    else if (!(await keys.openWithDevice(accountId, sealed))) return { is: "missing", accountId };
  } catch (error) {
    const former = isOtherKey(error) ? await keys.openFormer(accountId, renewals, recoveryKey) : null;
    if (former) return { is: "contested", ...former };
    throw error;
  }

  // New with every opening: cases that an earlier one has opened are closed again.
  const opening = crypto.randomUUID();
  if (kind === "citizen") return { is: "ready", kind, accountId, opening };
  return { is: "ready", kind, accountId, opening, ...(await openUnits(ports)) };
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
