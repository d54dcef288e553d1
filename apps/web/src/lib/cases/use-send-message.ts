"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { keyHolder } from "../../crypto/client.ts";
import { useKeys } from "../keys/keys-provider.tsx";
import { problemOf } from "../problem.ts";
import { useTRPCClient } from "../trpc/client.ts";
import { caseKeys } from "./query-keys.ts";
import { type Conversation, readConversation } from "./read-conversation.ts";

type Content = { from: string; text: string };
type Sealed = Awaited<ReturnType<ReturnType<typeof keyHolder>["sealText"]>>;

/**
 * Seals and sends into an open case. A message whose answer was lost is sent again under its own id, so it arrives once;
 * one that was overtaken by another of the same sender is sealed anew behind it.
 */
export function useSendMessage(caseId: string) {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { state } = useKeys();
  const queryKey = caseKeys.messages(caseId, state.is === "ready" ? state.opening : "");
  const waiting = useRef<{ content: Content; sealed: Sealed } | null>(null);

  /** Brings the chain of messages up to date: the next one is sealed behind the last one that is there. */
  const refresh = async () => {
    const known = queryClient.getQueryData<Conversation>(queryKey)?.stored ?? [];
    queryClient.setQueryData<Conversation>(queryKey, await readConversation(client, caseId, known));
  };

  const sealAndSend = async (content: Content) => {
    const before = waiting.current;
    const isSame = before?.content.from === content.from && before.content.text === content.text;
    const sealed = before && isSame ? before.sealed : await keyHolder().sealText(caseId, content);
    waiting.current = { content, sealed };
    await client.messages.sendMessage.mutate({ caseId, message: sealed });
    waiting.current = null;
  };

  return async (content: Content) => {
    await sealAndSend(content).catch(async (error: unknown) => {
      const problem = problemOf(error);
      if (problem.kind !== "refused" || problem.code !== "container.wrong-sequence") throw error;
      waiting.current = null;
      await refresh();
      await sealAndSend(content);
    });
    await refresh();
  };
}
