"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useRef, useState } from "react";
import { keyHolder } from "../../crypto/client.ts";
import { useI18n } from "../../i18n/client.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";
import { type Problem, problemOf } from "../problem.ts";
import { useTRPCClient } from "../trpc/client.ts";
import { keepAwake } from "../uploads/keep-awake.ts";
import { underWay } from "../uploads/under-way.ts";
import { lockElsewhere, onLockElsewhere } from "./lock-elsewhere.ts";
import { type Opened, openAccount, type Way } from "./open-account.ts";
import { onSignOutElsewhere } from "./on-sign-out-elsewhere.ts";
import { watchIdle } from "./watch-idle.ts";
import { createSavePins, isOldVault, type SavePins } from "./save-pins.ts";

/** `afterSending`: nobody was there while it sent, and by now it sends nothing any more. */
type Locked = { is: "locked"; afterSending: boolean };
export type KeysState = { is: "checking" } | { is: "failed"; problem: Problem } | Locked | Opened;

export type KeysAccess = {
  state: KeysState;
  /** Asks again, and opens with what the device has. What is on the screen stays there meanwhile. */
  reopen: () => Promise<Opened>;
  /** Throws what the key holder throws: E_RECOVERY_FORMAT, E_RECOVERY_CHECKSUM, E_WORDS, E_SLOT. */
  unlock: (way: Way) => Promise<void>;
  /** Keys leave the memory and content leaves the page, in every window of this browser. This device can open again. */
  lock: () => Promise<void>;
  /** The same in this window only, for when its login is over. Nothing is locked that was not open. */
  lockHere: () => Promise<void>;
  /** This device keeps nothing; afterwards it needs a way back. */
  forget: (accountId: string) => Promise<void>;
  savePins: SavePins;
  /** Nobody is there, and something is being sent: the page shows none of its content, and goes on. */
  isCovered: boolean;
  /** Only while the login stands: the server is asked first. */
  uncover: () => Promise<void>;
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

  const { data, error } = useQuery<Opened | Locked>({
    queryKey,
    queryFn: () => open(),
    staleTime: Infinity,
    gcTime: Infinity,
  });
  const keep = (opened: Opened | Locked) => queryClient.setQueryData<Opened | Locked>(queryKey, opened);

  const [isCovered, setIsCovered] = useState(false);
  const lockHere = async (afterSending = false) => {
    await keyHolder().lock();
    keep({ is: "locked", afterSending });
    // What was decrypted goes as well, not only what opens it.
    queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== queryKey[0] });
  };
  const isReady = data?.is === "ready";
  // A window without keys has nothing to lock, and may hold a person's first letter, unsent.
  const lockIfOpen = async (afterSending = false) => {
    if (isReady) await lockHere(afterSending);
  };
  const lockNow = useEffectEvent(() => {
    void lockIfOpen();
  });
  const lockIdle = useEffectEvent(({ wasCovered }: { wasCovered: boolean }) => {
    void lockIfOpen(wasCovered);
  });
  const coverNow = useEffectEvent(() => setIsCovered(true));
  const idle = useRef<ReturnType<typeof watchIdle> | null>(null);
  useEffect(() => {
    if (!isReady) return undefined;
    const watch = watchIdle(globalThis, { isSending: underWay.isAny, onCover: coverNow, onLock: lockIdle });
    idle.current = watch;
    return () => {
      watch.stop();
      // Not before the lock stands in its place: a receipt that comes out from under the cover counts as seen.
      setIsCovered(false);
    };
  }, [isReady]);
  useEffect(() => keepAwake(underWay, document, wakeLockOf(navigator)), []);
  useEffect(() => onLockElsewhere(lockNow), []);

  const access: KeysAccess = {
    state: data ?? (error ? { is: "failed", problem: problemOf(error) } : { is: "checking" }),
    reopen: async () => {
      await keyHolder().lock();
      const opened = await open();
      keep(opened);
      return opened;
    },
    lockHere: () => lockIfOpen(),
    lock: async () => {
      await lockHere();
      lockElsewhere();
    },
    forget: async (accountId) => {
      await keyHolder().forget(accountId);
      lockElsewhere();
      keep(await open());
    },
    unlock: async (way) => void keep(await open(way)),
    savePins,
    isCovered,
    uncover: async () => {
      const opened = await open();
      // Still the same: what is on the screen goes on as it is. Locked in the meantime, it is opened by this.
      queryClient.setQueryData<Opened | Locked>(queryKey, (before) =>
        before?.is === "ready" && opened.is === "ready" && before.accountId === opened.accountId ? before : opened,
      );
      idle.current?.uncover();
      setIsCovered(false);
    },
  };
  return <KeysContext value={access}>{children}</KeysContext>;
}

/** Older browsers have none, whatever the types say. */
const wakeLockOf = (browser: Partial<Pick<Navigator, "wakeLock">>) => browser.wakeLock;

export function useKeys(): KeysAccess {
  const access = useContext(KeysContext);
  if (!access) throw new Error("useKeys needs the KeysProvider of the signed-in area around it");
  return access;
}
