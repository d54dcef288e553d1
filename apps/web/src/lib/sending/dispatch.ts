import { DomainError } from "@dvd/domain/errors";
import { isKeyTrouble, type Problem, problemOf } from "../problem.ts";
import type { Destination } from "./destination.ts";
import type { Office } from "./draft.ts";
import {
  createShipment,
  type Letter,
  type Parcel,
  type Progress,
  type Receipt,
  type Shipment,
  type ShipmentPorts,
  type Unconfirmed,
} from "./shipment.ts";

export type DispatchState =
  | { is: "idle" }
  | { is: "sending"; progress: Progress }
  /** `canEdit` is false when the office may have it already, or must not get it at all. */
  | { is: "failed"; problem: Problem; mayHaveArrived: boolean; canEdit: boolean }
  /** `isOther`: what was sent is what another window had, and this one has only fetched the proof. */
  | { is: "sent"; receipt: Receipt; office: Office; isOther: boolean }
  /** Another window has sent it, and has the proof. */
  | { is: "settled"; caseId: string };

type Ports = ShipmentPorts & {
  /** Says to the other windows of this browser that something was sent. */
  tellWindows: () => void;
};

const confirming: DispatchState = { is: "sending", progress: { step: "confirm" } };

/**
 * Sends what was filled in. To the same office it goes on where it was interrupted; to another it begins anew. What an
 * earlier visit has sent is confirmed at once: nothing else can become of it.
 *
 * Of several windows with one draft the one that holds its documents sends (`isOwn`), and what it says counts: two at once
 * would put documents of both into one case, and neither would have a receipt for what it sent. Whatever goes wrong in
 * another window, it looks first whether that is because the draft was sent, and says so.
 */
export function createDispatch(
  { accountId, bundle }: Pick<Destination, "accountId" | "bundle">,
  { tellWindows, ...ports }: Ports,
  unconfirmed: Unconfirmed | null,
  onChange: (state: DispatchState) => void,
) {
  const { keys } = ports;
  let state: DispatchState = unconfirmed ? confirming : { is: "idle" };
  let current: Shipment | null = unconfirmed && createShipment(unconfirmed.destination, ports, unconfirmed);
  /** While this window was busy, another one has said that something was sent. */
  let hasHeard = false;
  /** What this window took up from another one. */
  let takenUp: Shipment | null = null;
  /** By authority: the fingerprint that was on the screen before the account existed, and so before it could be pinned. */
  const shown = new Map<string, string>();

  function change(next: DispatchState) {
    state = next;
    onChange(next);
  }

  function shipmentTo(destination: Destination) {
    if (!current || !isSame(current.destination, destination)) current = createShipment(destination, ports);
    return current;
  }

  async function run(shipment: Shipment, letter: Letter | null, before: () => Promise<void>): Promise<void> {
    change(shipment.isHandedOver() ? confirming : { is: "sending", progress: { step: "seal" } });
    try {
      await before();
      await shipment.prepare(shown.get(shipment.destination.office.tenantId));
      const receipt = await shipment.send(letter, (progress) => change({ is: "sending", progress }));
      change({ is: "sent", receipt, office: shipment.destination.office, isOther: shipment === takenUp });
    } catch (error) {
      if (await followOther(shipment)) return;
      fail(error);
      if (hasHeard) await showSent();
    }
  }

  async function showSent() {
    const caseId = await keys.sentCase(accountId, bundle).catch(() => null);
    if (caseId !== null) change({ is: "settled", caseId });
    return caseId !== null;
  }

  /** True when another window has sent it, or is about to have done so: then this one says what became of it. */
  async function followOther(shipment: Shipment) {
    // In this order: what is no longer under way when the first is read, has been sent when the second is.
    const kept = shipment.isHandedOver() ? null : await keys.handedOver(accountId, bundle).catch(() => null);
    if (await showSent()) return true;
    if (!kept) return false;
    takenUp = createShipment(kept.destination, ports, kept);
    current = takenUp;
    await run(takenUp, null, nothing);
    return true;
  }

  function fail(error: unknown) {
    const problem = problemOf(error);
    const mayHaveArrived = current?.isHandedOver() ?? false;
    change({ is: "failed", problem, mayHaveArrived, canEdit: !mayHaveArrived && !isKeyTrouble(problem) });
  }

  return {
    async prepare(destination: Destination) {
      const shipment = shipmentTo(destination);
      try {
        return await shipment.prepare();
      } catch (error) {
        await followOther(shipment);
        throw error;
      }
    },

    /** Lets the documents travel already. What goes wrong here goes wrong again, and is said, when it is sent. */
    open: (destination: Destination) =>
      shipmentTo(destination)
        .open()
        .catch(() => undefined),

    /** Before the account exists: what must be sealed for later. */
    hasShown: (tenantId: string, fingerprint: string) => void shown.set(tenantId, fingerprint),

    /** `before` runs first and belongs to the try: it is repeated with it. What may have arrived is only confirmed. */
    async send(parcel: Parcel | null, isOwn: boolean, before: () => Promise<void>) {
      if (current?.isHandedOver()) return run(current, null, nothing);
      if (!parcel) return;
      const first = async () => {
        if (!isOwn) throw new DomainError("draft.open-elsewhere");
        await before();
      };
      await run(shipmentTo(parcel.destination), parcel.letter, first);
    },

    /** What an earlier visit has sent. */
    confirm: async () => void (unconfirmed && current && (await run(current, null, nothing))),

    /** Another window says that something was sent. Whoever is busy with it finds out for themselves, or looks afterwards. */
    async lookAgain() {
      hasHeard ||= state.is === "sending";
      if (state.is === "sending" || state.is === "sent" || state.is === "settled") return;
      await showSent();
    },

    /** The receipt was shown: this device needs nothing of it any more. */
    async end() {
      await current?.end();
      tellWindows();
    },

    edit: () => change({ is: "idle" }),
  };
}

const nothing = async () => undefined;

const isSame = (one: Destination, other: Destination) =>
  one.accountId === other.accountId &&
  one.bundle === other.bundle &&
  one.serviceKey === other.serviceKey &&
  one.postalCode === other.postalCode &&
  one.office.unitId === other.office.unitId &&
  one.office.ars === other.office.ars;
