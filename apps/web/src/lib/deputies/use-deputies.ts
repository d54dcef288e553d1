"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ApiClient, useTRPCClient } from "../trpc/client.ts";

export type Deputyship = Awaited<ReturnType<ApiClient["deputies"]["listDeputyships"]["query"]>>["deputyships"][number];
export type Naming = { deputyId: string; startsOn: string; endsOn: string };

const queryKey = ["deputyships"];

/** Who stands in for whom, as far as the reader may see it, and how that begins and ends. */
export function useDeputies() {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries({ queryKey });
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: () => client.deputies.listDeputyships.query({}),
    staleTime: 0,
  });
  const name = useMutation({
    mutationFn: (naming: Naming) => client.deputies.nameDeputy.mutate(naming),
    onSettled,
  });
  const end = useMutation({
    mutationFn: ({ deputyshipId }: Deputyship) => client.deputies.endDeputyship.mutate({ deputyshipId }),
    onSettled,
  });
  return { deputyships: data?.deputyships, error, retry: () => void refetch(), name, end };
}

export type Candidate = { officialId: string; postSign: string };

/** Who could: colleagues of the own units who can read there, and those of other units whom the authority has signed for. */
export function useCandidates() {
  const client = useTRPCClient();
  return useQuery({
    queryKey: ["deputy-candidates"],
    queryFn: async () => {
      const { units: own } = await client.members.listColleagues.query({});
      const readers = own.flatMap(({ colleagues }) => colleagues.filter(({ isYou, key }) => !isYou && key === "holds"));
      const near = new Map<string, Candidate>(readers.map((reader) => [reader.officialId, reader]));
      const { units } = await client.deputies.listCandidates.query({});
      const others = units.map(({ unitId, name, colleagues }) => {
        return { unitId, name, colleagues: colleagues.filter(({ officialId }) => !near.has(officialId)) };
      });
      return { near: [...near.values()], others: others.filter(({ colleagues }) => colleagues.length > 0) };
    },
    staleTime: 0,
  });
}
