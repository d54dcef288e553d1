"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ApiClient, useTRPCClient } from "../trpc/client.ts";

export type MembersOverview = Awaited<ReturnType<ApiClient["members"]["getOverview"]["query"]>>;
export type UnitOverview = MembersOverview["units"][number];
export type Member = UnitOverview["members"][number];
export type Colleague = MembersOverview["people"][number];

export type Invitation = Awaited<
  ReturnType<ApiClient["invitations"]["listInvitations"]["query"]>
>["invitations"][number];
export type NewInvitation = Awaited<ReturnType<ApiClient["invitations"]["invite"]["mutate"]>>;

const queryKey = ["members"];

/** The authority as its admins see it. */
export function useMembers() {
  const client = useTRPCClient();
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: async () => {
      const [overview, { invitations }] = await Promise.all([
        client.members.getOverview.query({}),
        client.invitations.listInvitations.query({}),
      ]);
      return { ...overview, invitations };
    },
    // Somebody who decides about rights wants to know how it is now.
    staleTime: 0,
  });
  return { overview: data, error, retry: () => void refetch() };
}

/** Any change of it; afterwards it is asked for anew. */
export function useChangeMembers<Answer>() {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (act: (client: ApiClient) => Promise<Answer>) => act(client),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
}
