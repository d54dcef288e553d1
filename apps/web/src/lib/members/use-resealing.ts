"use client";

import { useQuery } from "@tanstack/react-query";
import { useOneByOne } from "../cases/use-one-by-one.ts";
import { useKeys } from "../keys/keys-provider.tsx";
import { useTRPCClient } from "../trpc/client.ts";
import { resealCases } from "./reseal-cases.ts";

/** So many are named on the page. The rest is a number until these are done. */
const named = 50;

/** Open cases of a unit that are not sealed for its present key yet: which, and the one way to change that. */
export function useResealing(unitId: string, onSettled: () => unknown) {
  const client = useTRPCClient();
  const { savePins } = useKeys();
  const queryKey = ["unsealed-cases", unitId];
  const { data } = useQuery({
    queryKey,
    queryFn: () => client.unitKeys.listUnsealed.query({ unitId, limit: named }),
    staleTime: 0,
  });
  const work = useOneByOne((ports) => resealCases({ client, savePins, ...ports }, unitId), queryKey, onSettled);
  return { cases: data?.cases ?? [], ...work };
}
