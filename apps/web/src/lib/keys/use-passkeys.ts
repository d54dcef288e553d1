"use client";

import { useQuery } from "@tanstack/react-query";
import { canOpenWithPasskeys } from "./passkey.ts";

/** Whether this browser can open with passkeys; false until it is known, so that nothing appears and vanishes. */
export function useCanOpenWithPasskeys(): boolean {
  const { data = false } = useQuery({
    queryKey: ["can-open-with-passkeys"],
    queryFn: canOpenWithPasskeys,
    staleTime: Infinity,
    networkMode: "always",
  });
  return data;
}
