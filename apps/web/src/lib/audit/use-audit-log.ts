"use client";

import type { AppRouter } from "@dvd/api/root";
import type { AuditType } from "@dvd/domain/audit/events";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useTRPCClient } from "../trpc/client.ts";

type Outputs = inferRouterOutputs<AppRouter>["audit"];
/** `isLate` as of the moment of asking. */
export type AuditState = Outputs["getState"] & { isLate: boolean };
export type AuditRecord = Outputs["listEvents"]["records"][number];

export type AuditFilter = {
  type?: AuditType;
  actorId?: string;
  caseId?: string;
  since?: string;
  until?: string;
};

const pageSize = 50;
/** A check is due every five minutes; three of them missed are worth a look. */
const lateMs = 15 * 60_000;

/** What an auditor looks for is nobody else's business in this browser either: nothing of it is kept when they leave. */
const unkept = { gcTime: 0 } as const;

export function useAuditLog(filter: AuditFilter) {
  const api = useTRPCClient();
  return useInfiniteQuery({
    queryKey: ["audit", "records", filter],
    queryFn: ({ pageParam }) =>
      api.audit.listEvents.query({ ...filter, limit: pageSize, ...(pageParam !== null && { before: pageParam }) }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ nextBefore }) => nextBefore,
    // Each reading is itself recorded: never by the way.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
    ...unkept,
  });
}

export function useAuditState() {
  const api = useTRPCClient();
  return useQuery({
    queryKey: ["audit", "state"],
    queryFn: async () => {
      const state = await api.audit.getState.query({});
      const isLate = state.checkedAt !== null && Date.now() - Date.parse(state.checkedAt) > lateMs;
      return { ...state, isLate };
    },
    refetchInterval: 60_000,
    ...unkept,
  });
}

/** The day as its person means it: of the device's own clock. */
export const startOfDay = (day: string) => new Date(`${day}T00:00:00`).toISOString();
export function endOfDay(day: string) {
  const next = new Date(`${day}T00:00:00`);
  next.setDate(next.getDate() + 1);
  return next.toISOString();
}
