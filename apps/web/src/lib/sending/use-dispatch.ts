"use client";

import { useEffect, useState } from "react";
import { keyHolder } from "../../crypto/client.ts";
import { useKeys } from "../keys/keys-provider.tsx";
import { useTRPCClient } from "../trpc/client.ts";
import type { UploadQueue } from "../uploads/upload-queue.ts";
import type { Destination } from "./destination.ts";
import { createDispatch, type DispatchState } from "./dispatch.ts";
import { inspectOffice } from "./inspect-office.ts";
import { onSentElsewhere, tellOthersOfSending } from "./sent-elsewhere.ts";
import type { Unconfirmed } from "./shipment.ts";

/** The sending of one draft, as the page shows it. `of` never changes while the page that asks is open. */
export function useDispatch(
  of: Pick<Destination, "accountId" | "bundle">,
  documents: UploadQueue,
  unconfirmed: Unconfirmed | null,
) {
  const client = useTRPCClient();
  const { savePins, reopen } = useKeys();
  const [state, setState] = useState<DispatchState>(
    unconfirmed ? { is: "sending", progress: { step: "confirm" } } : { is: "idle" },
  );
  const [dispatch] = useState(() => {
    const ports = { client, keys: keyHolder(), savePins, reopen, documents, tellWindows: tellOthersOfSending };
    return createDispatch(of, ports, unconfirmed, setState);
  });

  useEffect(() => {
    void dispatch.confirm();
    return onSentElsewhere(() => void dispatch.lookAgain());
  }, [dispatch]);

  return {
    ...dispatch,
    state,

    /** For somebody without keys: proves as much, and makes nothing. */
    async inspect({ office }: Destination) {
      const { fingerprint } = await inspectOffice(client, office);
      dispatch.hasShown(office.tenantId, fingerprint);
      return { fingerprint };
    },
  };
}
