"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { keyHolder } from "../../crypto/client.ts";
import { type ApiClient, useTRPCClient } from "../trpc/client.ts";

type OwnUnit = Awaited<ReturnType<ApiClient["members"]["listColleagues"]["query"]>>["units"][number];
/** `digits` while they wait for the unit's key, or theirs does not open: made on this device from the keys that would get it. */
export type ColleagueInUnit = OwnUnit["colleagues"][number] & { digits: string | null };
export type UnitOfMine = Omit<OwnUnit, "colleagues"> & { colleagues: ColleagueInUnit[] };
export type Granting = { unitId: string; colleague: ColleagueInUnit };

const queryKey = ["colleagues"];

/** With whom an official works, and the one way to pass the unit's key on to one of them. */
export function useColleagues() {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: async () => {
      const { units } = await client.members.listColleagues.query({});
      return { units: await Promise.all(units.map(withDigits)), ownDigits: await keyHolder().fingerprint() };
    },
    staleTime: 0,
  });
  const grant = useMutation({
    /** False when they have it from somebody else by now. */
    mutationFn: async ({ unitId, colleague: { officialId, keys, digits } }: Granting) => {
      if (!keys || !digits) return false;
      const seeds = await keyHolder().grantUnit(unitId, keys, digits);
      return (await client.members.grantSeeds.mutate({ unitId, officialId, seeds })).isTaken;
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
  return { known: data, error, retry: () => void refetch(), grant };
}

async function withDigits({ colleagues, ...unit }: OwnUnit): Promise<UnitOfMine> {
  const digits = ({ keys }: OwnUnit["colleagues"][number]) => (keys ? keyHolder().digitsOf(keys) : null);
  const known = colleagues.map(async (one) => ({ ...one, digits: await digits(one) }));
  return { ...unit, colleagues: await Promise.all(known) };
}
