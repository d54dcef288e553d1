"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { EvidenceText } from "../../components/services/service.ts";
import { keyHolder } from "../../crypto/client.ts";
import { useKeys } from "../keys/keys-provider.tsx";
import type { PublishedForm } from "../sending/draft.ts";
import { useTRPCClient } from "../trpc/client.ts";
import { bundleOf } from "./bundle-of.ts";
import { type Begun, beginAnew, goOnWith } from "./begin-draft.ts";
import type { DraftState, KnownDraft } from "./merge-drafts.ts";
import { readDrafts } from "./read-drafts.ts";
import { tabDraft } from "./tab-draft.ts";

type Start = { begun: Begun } | { choices: KnownDraft[] };

/** What the wizard of a service begins with: what this tab was at, nothing, or what the person chooses. */
export function useStart(serviceKey: string, form: PublishedForm, evidence: readonly EvidenceText[]) {
  const client = useTRPCClient();
  const { state } = useKeys();
  const accountId = "accountId" in state ? state.accountId : "";
  const hasKeys = state.is === "ready";
  const [chosen, setChosen] = useState<Begun | null>(null);

  /** Who is responsible is asked again: rules change, and the office is no part of a draft. */
  async function goOn(draft: DraftState): Promise<Begun> {
    const { postalCode, ars } = draft.content;
    const place = { serviceKey, postalCode, ...(ars && { ars }) };
    const office = postalCode ? await client.directory.findOffice.query(place).catch(() => null) : null;
    const unconfirmed = hasKeys ? await keyHolder().handedOver(accountId, bundleOf(draft.draftId)) : null;
    const here = await keyHolder().listFiles(accountId, bundleOf(draft.draftId));
    return goOnWith(draft, { form, evidence, office, here, unconfirmed, now: new Date() });
  }

  const start = useQuery<Start>({
    queryKey: ["draft-start", accountId, serviceKey],
    queryFn: async () => {
      const all = await readDrafts({ keys: keyHolder(), client, accountId, hasKeys });
      const known = all.filter(({ newest }) => newest.content.serviceKey === serviceKey);
      const own = known.find(({ newest, other }) => newest.draftId === tabDraft.get() && other === null);
      if (own) return { begun: await goOn(own.newest) };
      return known.length > 0 ? { choices: known } : { begun: beginAnew() };
    },
    staleTime: Infinity,
    gcTime: 0,
    networkMode: "always",
  });

  const begun = chosen ?? (start.data && "begun" in start.data ? start.data.begun : null);
  return {
    begun,
    choices: !begun && start.data && "choices" in start.data ? start.data.choices : null,
    error: begun ? null : start.error,
    retry: () => void start.refetch(),
    goOn: async (draft: DraftState) => setChosen(await goOn(draft)),
    beginAnew: () => setChosen(beginAnew()),
  };
}
