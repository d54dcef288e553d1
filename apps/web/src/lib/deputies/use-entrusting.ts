"use client";

import { useQuery } from "@tanstack/react-query";
import { useOneByOne } from "../cases/use-one-by-one.ts";
import { useKeys } from "../keys/keys-provider.tsx";
import { useTRPCClient } from "../trpc/client.ts";
import { entrustCases } from "./entrust-cases.ts";
import type { Deputyship } from "./use-deputies.ts";

/** So many are named on the page, as many as one answer holds. The rest waits until these are done. */
const named = 100;

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
    if (!data?.deputy) throw new Error("the button is there when somebody can take them");
    const { deputy, cases } = data;
    return entrustCases({ client, savePins, ...ports }, { deputyshipId, startsOn, endsOn, deputy }, cases);
  }, queryKey);
  return { waiting: data, error, retry: () => void refetch(), ...work };
}
