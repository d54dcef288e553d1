"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ApiClient, useTRPCClient } from "../trpc/client.ts";

export type PersonOverview = Awaited<ReturnType<ApiClient["members"]["getPerson"]["query"]>>;
export type Removal = Awaited<ReturnType<ApiClient["members"]["removeOfficial"]["mutate"]>>;

/** One person of the authority as its admins see them, and the one way to end everything that they have here. */
export function usePerson(officialId: string) {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ["members", officialId],
    queryFn: () => client.members.getPerson.query({ officialId }),
    staleTime: 0,
  });
  const removal = useMutation({
    mutationFn: () => client.members.removeOfficial.mutate({ officialId }),
    // Whatever came of it: what is shown next is how it is now.
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["members"] }),
  });
  return { person: data, error, retry: () => void refetch(), removal };
}
