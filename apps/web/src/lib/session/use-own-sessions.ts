"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ApiClient, useTRPCClient } from "../trpc/client.ts";

export type OwnSession = Awaited<ReturnType<ApiClient["sessions"]["listSessions"]["query"]>>["sessions"][number];

const queryKey = ["own-sessions"];

/** Everywhere the signed-in person is signed in, and the way to end that. */
export function useOwnSessions() {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: async () => (await client.sessions.listSessions.query({})).sessions,
    // Somebody who looks wants to know how it is now.
    staleTime: 0,
  });
  const end = useMutation({
    mutationFn: (handle: string | undefined) => client.sessions.endOtherSessions.mutate(handle ? { handle } : {}),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
  return { sessions: data, error, retry: () => void refetch(), end };
}
