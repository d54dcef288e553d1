"use client";

import { useRef, useState } from "react";
import { keyHolder } from "../../crypto/client.ts";
import { useKeys } from "../keys/keys-provider.tsx";
import { isKeyTrouble, type Problem, problemOf } from "../problem.ts";
import { useTRPCClient } from "../trpc/client.ts";
import { createShipment, type Parcel, type Progress, type Receipt, type Shipment } from "./shipment.ts";

export type DispatchState =
  | { is: "idle" }
  | { is: "sending"; progress: Progress }
  /** `canEdit` is false when the office may have it already, or must not get it at all. */
  | { is: "failed"; problem: Problem; canEdit: boolean }
  | { is: "sent"; receipt: Receipt };

/** Sends what was filled in. The same content goes on where it was interrupted; changed content begins anew. */
export function useDispatch() {
  const client = useTRPCClient();
  const { savePins, reopen } = useKeys();
  const [state, setState] = useState<DispatchState>({ is: "idle" });
  const current = useRef<Shipment | null>(null);

  const shipmentOf = (parcel: Parcel) => {
    if (!current.current || !isSame(current.current.parcel, parcel))
      current.current = createShipment(parcel, { client, keys: keyHolder(), savePins, reopen });
    return current.current;
  };

  return {
    state,
    prepare: (parcel: Parcel) => shipmentOf(parcel).prepare(),

    /** `before` runs first and belongs to the try: it is repeated with it. */
    async send(parcel: Parcel, before: () => Promise<void>) {
      const shipment = shipmentOf(parcel);
      setState({ is: "sending", progress: { step: "seal" } });
      try {
        await before();
        setState({ is: "sent", receipt: await shipment.send((progress) => setState({ is: "sending", progress })) });
      } catch (error) {
        const problem = problemOf(error);
        setState({ is: "failed", problem, canEdit: !shipment.isHandedOver() && !isKeyTrouble(problem) });
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
  one.file === other.file;
