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

/** Who could: colleagues of the own units who can read there. */
export function useReaders() {
  const client = useTRPCClient();
  return useQuery({
    queryKey: ["readers"],
    queryFn: async () => {
      const { units } = await client.members.listColleagues.query({});
      const readers = units.flatMap(({ colleagues }) =>
        colleagues.filter(({ isYou, key }) => !isYou && key === "holds"),
      );
      return [...new Map(readers.map((reader) => [reader.officialId, reader])).values()];
    },
    staleTime: 0,
  });
}
