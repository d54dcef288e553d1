"use client";

import { useQuery } from "@tanstack/react-query";
import { keyHolder } from "../../../crypto/client.ts";
import { RecoveryKey } from "../recovery-key.tsx";
import type { NewWayProps } from "./new-words.tsx";
import { Noted } from "./noted.tsx";

export function NewRecoveryKey({ doesReplace, isBusy, onConfirm, onCancel }: NewWayProps) {
  const { data: made } = useQuery({
    queryKey: ["new-recovery-key"],
    queryFn: () => keyHolder().newRecoveryKey(),
    staleTime: Infinity,
    // The key goes with the panel.
    gcTime: 0,
    networkMode: "always",
  });
  if (!made) return null;
  return (
    <Noted
      kind="recoveryKey"
      doesReplace={doesReplace}
      isBusy={isBusy}
      onConfirm={() => onConfirm(async () => ({ add: made.way }))}
      onCancel={onCancel}
    >
      <RecoveryKey recoveryKey={made.recoveryKey} />
    </Noted>
  );
}
