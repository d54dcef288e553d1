"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useKeys } from "../keys/keys-provider.tsx";
import { useTRPCClient } from "../trpc/client.ts";
import { type ResealProgress, resealCases } from "./reseal-cases.ts";

const nothingYet: ResealProgress = { done: 0, failed: new Map() };
/** So many are named on the page. The rest is a number until these are done. */
const named = 50;

/** Open cases of a unit that are not sealed for its present key yet: which, and the one way to change that. */
export function useResealing(unitId: string, onSettled: () => unknown) {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { savePins } = useKeys();
  const [progress, setProgress] = useState(nothingYet);
  const stopped = useRef(false);
  const queryKey = ["unsealed-cases", unitId];
  const { data } = useQuery({
    queryKey,
    queryFn: () => client.unitKeys.listUnsealed.query({ unitId, limit: named }),
    staleTime: 0,
  });
  useEffect(
    () => () => {
      stopped.current = true;
    },
    [],
  );
  const run = useMutation({
    mutationFn: () => {
      stopped.current = false;
      setProgress(nothingYet);
      return resealCases({ client, savePins, isStopped: () => stopped.current, onProgress: setProgress }, unitId);
    },
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey });
      await onSettled();
    },
  });
  return {
    cases: data?.cases ?? [],
    progress,
    run,
    stop: () => {
      stopped.current = true;
    },
  };
}
