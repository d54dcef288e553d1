"use client";

import { useQuery } from "@tanstack/react-query";
import { useOneByOne } from "../cases/use-one-by-one.ts";
import { useKeys } from "../keys/keys-provider.tsx";
import { useTRPCClient } from "../trpc/client.ts";
import { entrustCases } from "./entrust-cases.ts";
import type { Deputyship } from "./use-deputies.ts";

/** So many are named on the page. The rest is a number until these are done. */
const named = 50;

/** Cases that wait to be handed to a deputy of another unit: which, and the one way to change that. */
export function useEntrusting({ deputyshipId, startsOn, endsOn }: Deputyship) {
  const client = useTRPCClient();
  const { savePins } = useKeys();
  const queryKey = ["unentrusted-cases", deputyshipId];
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: () => client.deputies.listUnentrusted.query({ deputyshipId, limit: named }),
    staleTime: 0,
  });
  const work = useOneByOne(async (ports) => {
    const deputy = data?.deputy;
    if (!deputy) throw new Error("the button is there when somebody can take them");
    return entrustCases({ client, savePins, ...ports }, { deputyshipId, startsOn, endsOn, deputy });
  }, queryKey);
  return { waiting: data, error, retry: () => void refetch(), ...work };
}
