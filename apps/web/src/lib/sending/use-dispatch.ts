"use client";

import { useRef, useState } from "react";
import { keyHolder } from "../../crypto/client.ts";
import { useKeys } from "../keys/keys-provider.tsx";
import { isKeyTrouble, type Problem, problemOf } from "../problem.ts";
import { useTRPCClient } from "../trpc/client.ts";
import { inspectOffice } from "./inspect-office.ts";
import { createShipment, type Parcel, type Progress, type Receipt, type Shipment } from "./shipment.ts";

export type DispatchState =
  | { is: "idle" }
  | { is: "sending"; progress: Progress }
  /** `canEdit` is false when the office may have it already, or must not get it at all. */
  | { is: "failed"; problem: Problem; mayHaveArrived: boolean; canEdit: boolean }
  | { is: "sent"; receipt: Receipt };

/** Sends what was filled in. The same content goes on where it was interrupted; changed content begins anew. */
export function useDispatch() {
  const client = useTRPCClient();
  const { savePins, reopen } = useKeys();
  const [state, setState] = useState<DispatchState>({ is: "idle" });
  const current = useRef<Shipment | null>(null);
  /** By authority: the fingerprint that was on the screen before the account existed, and so before it could be pinned. */
  const shown = useRef(new Map<string, string>());

  const shipmentOf = (parcel: Parcel) => {
    if (!current.current || !isSame(current.current.parcel, parcel))
      current.current = createShipment(parcel, { client, keys: keyHolder(), savePins, reopen });
    return current.current;
  };

  return {
    state,
    prepare: (parcel: Parcel) => shipmentOf(parcel).prepare(),

    /** For somebody without keys: proves as much, and makes nothing. */
    async inspect({ office }: Parcel) {
      const { fingerprint } = await inspectOffice(client, office);
      shown.current.set(office.tenantId, fingerprint);
      return { fingerprint };
    },

    /** `before` runs first and belongs to the try: it is repeated with it. */
    async send(parcel: Parcel, before: () => Promise<void>) {
      const shipment = shipmentOf(parcel);
      setState({ is: "sending", progress: { step: "seal" } });
      try {
        await before();
        await shipment.prepare(shown.current.get(parcel.office.tenantId));
        setState({ is: "sent", receipt: await shipment.send((progress) => setState({ is: "sending", progress })) });
      } catch (error) {
        const problem = problemOf(error);
        const mayHaveArrived = shipment.isHandedOver();
        setState({ is: "failed", problem, mayHaveArrived, canEdit: !mayHaveArrived && !isKeyTrouble(problem) });
      }
    },

    edit: () => setState({ is: "idle" }),
  };
}

const isSame = (one: Parcel, other: Parcel) =>
  one.serviceKey === other.serviceKey &&
  one.postalCode === other.postalCode &&
  one.office.unitId === other.office.unitId &&
  one.from === other.from &&
  one.text === other.text &&
  one.answers === other.answers &&
  one.files.length === other.files.length &&
  one.files.every((file, place) => file === other.files[place]);
