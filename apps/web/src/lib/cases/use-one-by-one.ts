"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { type CasesProgress, nothingYet, type WorkPorts } from "./one-by-one.ts";

/** Work with many cases while a page is open: it stops when it is left, and looks anew at what is left to do. */
export function useOneByOne(
  start: (ports: WorkPorts) => Promise<CasesProgress>,
  queryKey: readonly string[],
  onSettled: () => unknown = () => undefined,
) {
  const queryClient = useQueryClient();
  const [progress, setProgress] = useState(nothingYet);
  const stopped = useRef(false);
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
      return start({ isStopped: () => stopped.current, onProgress: setProgress });
    },
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey });
      await onSettled();
    },
  });
  return {
    progress,
    run,
    stop: () => {
      stopped.current = true;
    },
  };
}
