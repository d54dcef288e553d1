"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { keyHolder } from "../../crypto/client.ts";
import { useKeys } from "../keys/keys-provider.tsx";
import { isKeyTrouble, type Problem, problemOf } from "../problem.ts";
import { useTRPCClient } from "../trpc/client.ts";
import type { UploadQueue } from "../uploads/upload-queue.ts";
import type { Destination } from "./destination.ts";
import type { Office } from "./draft.ts";
import { inspectOffice } from "./inspect-office.ts";
import {
  createShipment,
  type Letter,
  type Parcel,
  type Progress,
  type Receipt,
  type Shipment,
  type Unconfirmed,
} from "./shipment.ts";

export type DispatchState =
  | { is: "idle" }
  | { is: "sending"; progress: Progress }
  /** `canEdit` is false when the office may have it already, or must not get it at all. */
  | { is: "failed"; problem: Problem; mayHaveArrived: boolean; canEdit: boolean }
  | { is: "sent"; receipt: Receipt; office: Office };

const confirming: DispatchState = { is: "sending", progress: { step: "confirm" } };

/**
 * Sends what was filled in. To the same office it goes on where it was interrupted; to another it begins anew. What an
 * earlier visit has sent is confirmed at once: nothing else can become of it.
 */
export function useDispatch(documents: UploadQueue, unconfirmed: Unconfirmed | null) {
  const client = useTRPCClient();
  const { savePins, reopen } = useKeys();
  const ports = { client, keys: keyHolder(), savePins, reopen, documents };
  const [state, setState] = useState<DispatchState>(unconfirmed ? confirming : { is: "idle" });
  const current = useRef<Shipment | null>(null);
  /** By authority: the fingerprint that was on the screen before the account existed, and so before it could be pinned. */
  const shown = useRef(new Map<string, string>());

  const shipmentTo = (destination: Destination) => {
    if (!current.current || !isSame(current.current.destination, destination))
      current.current = createShipment(destination, ports);
    return current.current;
  };

  async function run(shipment: Shipment, letter: Letter | null, before: () => Promise<void>) {
    setState(shipment.isHandedOver() ? confirming : { is: "sending", progress: { step: "seal" } });
    try {
      await before();
      await shipment.prepare(shown.current.get(shipment.destination.office.tenantId));
      const receipt = await shipment.send(letter, (progress) => setState({ is: "sending", progress }));
      setState({ is: "sent", receipt, office: shipment.destination.office });
    } catch (error) {
      const problem = problemOf(error);
      if (problem.kind === "refused" && problem.code === "case.under-way") await takeUp(shipment.destination);
      const mayHaveArrived = current.current?.isHandedOver() ?? false;
      setState({ is: "failed", problem, mayHaveArrived, canEdit: !mayHaveArrived && !isKeyTrouble(problem) });
    }
  }

  /** Another window has sent it in the meantime: from now on this one only confirms that, too. */
  async function takeUp({ accountId, bundle }: Destination) {
    const kept = await ports.keys.handedOver(accountId, bundle).catch(() => null);
    if (kept) current.current = createShipment(kept.destination, ports, kept);
  }

  const confirm = useEffectEvent(() => {
    if (!unconfirmed || current.current) return;
    current.current = createShipment(unconfirmed.destination, ports, unconfirmed);
    void run(current.current, null, async () => undefined);
  });
  useEffect(() => confirm(), []);

  return {
    state,
    prepare: (destination: Destination) => shipmentTo(destination).prepare(),

    /** Lets the documents travel already. What goes wrong here goes wrong again, and is said, when it is sent. */
    open: (destination: Destination) =>
      shipmentTo(destination)
        .open()
        .catch(() => undefined),

    /** For somebody without keys: proves as much, and makes nothing. */
    async inspect({ office }: Destination) {
      const { fingerprint } = await inspectOffice(client, office);
      shown.current.set(office.tenantId, fingerprint);
      return { fingerprint };
    },

    /** `before` runs first and belongs to the try: it is repeated with it. What may have arrived is only confirmed. */
    async send(parcel: Parcel | null, before: () => Promise<void>) {
      const handedOver = current.current?.isHandedOver() ? current.current : null;
      const shipment = handedOver ?? (parcel && shipmentTo(parcel.destination));
      if (shipment) await run(shipment, parcel?.letter ?? null, handedOver ? async () => undefined : before);
    },

    /** The receipt was shown: this device needs nothing of it any more. */
    end: async () => current.current?.end(),

    edit: () => setState({ is: "idle" }),
  };
}

const isSame = (one: Destination, other: Destination) =>
  one.accountId === other.accountId &&
  one.bundle === other.bundle &&
  one.serviceKey === other.serviceKey &&
  one.postalCode === other.postalCode &&
  one.office.unitId === other.office.unitId &&
  one.office.ars === other.office.ars;
