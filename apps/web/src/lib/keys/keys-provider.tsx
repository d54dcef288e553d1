"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { keyHolder } from "../../crypto/client.ts";
import { useI18n } from "../../i18n/client.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";
import { type Problem, problemOf } from "../problem.ts";
import { useTRPCClient } from "../trpc/client.ts";
import { type Opened, openAccount, type Way } from "./open-account.ts";
import { onSignOutElsewhere } from "./on-sign-out-elsewhere.ts";
import { createSavePins, isOldVault, type SavePins } from "./save-pins.ts";

export type KeysState = { is: "checking" } | { is: "failed"; problem: Problem } | Opened;

export type KeysAccess = {
  state: KeysState;
  /** Asks again, and opens with what the device has. What is on the screen stays there meanwhile. */
  reopen: () => Promise<Opened>;
  /** Throws what the key holder throws: E_RECOVERY_FORMAT, E_RECOVERY_CHECKSUM, E_WORDS, E_SLOT. */
  unlock: (way: Way) => Promise<void>;
  savePins: SavePins;
};

const KeysContext = createContext<KeysAccess | null>(null);
const queryKey = ["keys"];

/** Knows whether this device can open what belongs to the signed-in person. The keys themselves stay in their worker. */
export function KeysProvider({ children }: { children: ReactNode }) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [savePins] = useState(() => createSavePins(client, keyHolder));

  useEffect(
    () =>
      onSignOutElsewhere(() => {
        void keyHolder().lock();
        location.reload();
      }),
    [],
  );

  const openOnce = (way?: Way) => openAccount({ client, keys: keyHolder(), savePins }, way);

  /** Old keys in memory are thrown away once; the second conflict in a row is an error like any other. */
  const open = (way?: Way) =>
    openOnce(way).catch(async (error: unknown) => {
      if (!isOldVault(error)) throw error;
      announce(t("keys.reloaded"));
      await keyHolder().lock();
      return openOnce();
    });

  const { data, error } = useQuery({ queryKey, queryFn: () => open(), staleTime: Infinity, gcTime: Infinity });
  const keep = (opened: Opened) => queryClient.setQueryData<Opened>(queryKey, opened);

  const access: KeysAccess = {
    state: data ?? (error ? { is: "failed", problem: problemOf(error) } : { is: "checking" }),
    reopen: async () => {
      await keyHolder().lock();
      const opened = await open();
      keep(opened);
      return opened;
    },
    unlock: async (way) => void keep(await open(way)),
    savePins,
  };
  return <KeysContext value={access}>{children}</KeysContext>;
}

export function useKeys(): KeysAccess {
  const access = useContext(KeysContext);
  if (!access) throw new Error("useKeys needs the KeysProvider of the signed-in area around it");
  return access;
}
