"use client";

import { skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import { useKeys } from "../keys/keys-provider.tsx";
import { useLive } from "../live/use-live.ts";
import { useTRPCClient } from "../trpc/client.ts";
import { openCase } from "./open-case.ts";
import { caseKeys } from "./query-keys.ts";
import { type Conversation, readConversation } from "./read-conversation.ts";

/** The keys are open: the name of this opening, or null while there is none. */
function useOpening() {
  const { state } = useKeys();
  return state.is === "ready" ? state.opening : null;
}

/** One case, opened on this device. */
export function useOpenedCase(caseId: string) {
  const client = useTRPCClient();
  const { savePins } = useKeys();
  const opening = useOpening();
  return useQuery({
    queryKey: caseKeys.opened(caseId, opening ?? ""),
    queryFn: opening === null ? skipToken : () => openCase({ client, savePins }, caseId),
  });
}

/** Its conversation, once the case is open. */
export function useConversation(caseId: string, isCaseOpen: boolean) {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const queryKey = caseKeys.messages(caseId, useOpening() ?? "");
  return useQuery({
    queryKey,
    queryFn: isCaseOpen
      ? async () => {
          const before = queryClient.getQueryData<Conversation>(queryKey);
          const read = await readConversation(client, caseId, before?.stored ?? []);
          if (!isFromLater(read, before)) return read;
          // The case on this page may be older than the message: looked at again before anybody is told.
          await queryClient.refetchQueries({ queryKey: caseKeys.anyOpened(caseId) });
          return readConversation(client, caseId, read.stored);
        }
      : skipToken,
  });
}

/** With documents that this page does not know, or by somebody of whom it has not heard: once for each such message. */
function isFromLater({ messages }: Conversation, before: Conversation | undefined) {
  const known = new Set(before?.messages.filter(({ content }) => content === null).map(({ messageId }) => messageId));
  return messages.some(({ messageId, content, missing }) => missing > 0 || (content === null && !known.has(messageId)));
}

/** Refreshes what shows this case whenever it changes. */
export function useLiveCase(caseId: string) {
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: caseKeys.one(caseId) });
  /** Who may speak for the citizen has changed: the case first, because the messages are held against it. */
  const reopen = async () => {
    await queryClient.invalidateQueries({ queryKey: caseKeys.anyOpened(caseId) });
    await refresh();
  };
  useLive({
    onChange: (change) => {
      if (change.caseId === caseId) void (change.kind.startsWith("copy.") ? reopen() : refresh());
    },
    // Fetched before the stream stood: something may have happened in between.
    onReady: () => {
      if (queryClient.getQueriesData({ queryKey: caseKeys.one(caseId) }).some(([, data]) => data)) void refresh();
    },
  });
}
