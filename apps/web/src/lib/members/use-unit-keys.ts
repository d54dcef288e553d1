"use client";

import { CryptoError } from "@dvd/crypto";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { keyHolder } from "../../crypto/client.ts";
import type { CheckedDigits } from "../../crypto/units/rotate-unit.ts";
import { openUnits } from "../keys/open-account.ts";
import { useKeys } from "../keys/keys-provider.tsx";
import { readKeys } from "../keys/read-keys.ts";
import { useLive } from "../live/use-live.ts";
import { type ApiClient, useTRPCClient } from "../trpc/client.ts";

type States = Awaited<ReturnType<ApiClient["unitKeys"]["listStates"]["query"]>>;
type State = States["units"][number];

/**
 * Of a proposed key, made on this device from what was sealed for it. `broken`: what lies there is not from a member whom
 * the authority has signed for, or is no key.
 */
export type ProposedDigits = CheckedDigits | { is: "not-for-you" } | { is: "broken" };
export type UnitKeyState = Omit<State, "proposal"> & {
  proposal: (Omit<NonNullable<State["proposal"]>, "grant" | "seeds" | "links"> & { digits: ProposedDigits }) | null;
  /** Numbers of its keys that lie here for this account and do not open. */
  closed: number[];
};

const queryKey = ["unit-keys"];

/** How the keys of the own units stand, and the two acts about a new one. */
export function useUnitKeys() {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { savePins } = useKeys();
  const refresh = () => queryClient.invalidateQueries({ queryKey });
  const { data, error } = useQuery({
    queryKey,
    queryFn: async () => {
      const states = await client.unitKeys.listStates.query({});
      const keys = keyHolder();
      // A proposed key is held against the ones that open here now.
      if (states.units.some(({ proposal }) => proposal)) await openUnits({ client, keys, savePins });
      const closed = await keys.closedEpochs();
      return Promise.all(
        states.units.map(async (unit) => ({
          ...(await withDigits(client, states.tenantId, unit)),
          closed: closed.filter(({ unitId }) => unitId === unit.unitId).map(({ epoch }) => epoch),
        })),
      );
    },
    staleTime: 0,
  });
  // Whoever proposes, takes back or signs rings for everybody of the unit.
  useLive({ onReady: () => void refresh() });

  const propose = useMutation({
    mutationFn: async (unitId: string) => {
      const keys = keyHolder();
      const { tenantId } = await openUnits({ client, keys, savePins });
      const { recipients } = await client.unitKeys.listRecipients.query({ unitId });
      const statements = await readKeys(client, keys, tenantId);
      const made = await keys.proposeUnitKey(tenantId, unitId, recipients, statements);
      await client.unitKeys.proposeKey.mutate({ unitId, ...made });
    },
    onSettled: refresh,
  });
  const withdraw = useMutation({
    mutationFn: (unitId: string) => client.unitKeys.withdrawKey.mutate({ unitId }),
    onSettled: refresh,
  });
  return { states: data, error, propose, withdraw, refresh };
}

async function withDigits(client: ApiClient, tenantId: string, { proposal, ...unit }: State) {
  if (!proposal) return { ...unit, proposal };
  const { epoch, postSign, proposedAt } = proposal;
  const digits = await digitsOf(client, tenantId, unit.unitId, proposal);
  return { ...unit, proposal: { epoch, postSign, proposedAt, digits } };
}

async function digitsOf(
  client: ApiClient,
  tenantId: string,
  unitId: string,
  { epoch, grant, seeds, links }: NonNullable<State["proposal"]>,
): Promise<ProposedDigits> {
  if (grant === null) return { is: "not-for-you" };
  try {
    const statements = await readKeys(client, keyHolder(), tenantId);
    return await keyHolder().proposedDigits(tenantId, { unitId, epoch, grant, seeds, links }, statements);
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    return { is: "broken" };
  }
}
