"use client";

import type { MessageContent } from "@dvd/domain/message/content";
import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { keyHolder } from "../../crypto/client.ts";
import { useKeys } from "../keys/keys-provider.tsx";
import { problemOf } from "../problem.ts";
import { type ApiClient, useTRPCClient } from "../trpc/client.ts";
import { caseKeys } from "./query-keys.ts";
import { type Conversation, readConversation } from "./read-conversation.ts";

type Attached = NonNullable<Parameters<ReturnType<typeof keyHolder>["sealText"]>[2]>;
type SealedText = Awaited<ReturnType<ReturnType<typeof keyHolder>["sealText"]>>;

/** Hands a sealed message over: as a mere message, as a request, as the answer to one. */
export type Deliver = (client: ApiClient, input: { caseId: string; message: SealedText }) => Promise<unknown>;

const asMessage: Deliver = (client, input) => client.messages.sendMessage.mutate(input);

/** How it is handed over, and which documents go with it: they are at the server by then. */
type Way = { deliver?: Deliver; attached?: Attached };

/**
 * Seals and sends into an open case. A message whose answer was lost is sent again under its own id, so it arrives once;
 * one that was overtaken by another of the same sender is sealed anew behind it.
 */
export function useSendMessage(caseId: string) {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { state } = useKeys();
  const queryKey = caseKeys.messages(caseId, state.is === "ready" ? state.opening : "");
  const waiting = useRef<{ content: string; sealed: SealedText } | null>(null);

  /** Brings the chain of messages up to date: the next one is sealed behind the last one that is there. */
  const refresh = async () => {
    const known = queryClient.getQueryData<Conversation>(queryKey)?.stored ?? [];
    queryClient.setQueryData<Conversation>(queryKey, await readConversation(client, caseId, known));
  };

  const sealAndSend = async (content: MessageContent, { deliver = asMessage, attached = [] }: Way) => {
    const before = waiting.current;
    const asText = JSON.stringify([content, attached]);
    const sealed = before?.content === asText ? before.sealed : await keyHolder().sealText(caseId, content, attached);
    waiting.current = { content: asText, sealed };
    await deliver(client, { caseId, message: sealed });
    waiting.current = null;
  };

  return async (content: MessageContent, way: Way = {}) => {
    await sealAndSend(content, way).catch(async (error: unknown) => {
      const problem = problemOf(error);
      if (problem.kind !== "refused" || problem.code !== "container.wrong-sequence") throw error;
      waiting.current = null;
      await refresh();
      await sealAndSend(content, way);
    });
    // The case with its new documents first: a message is held against them.
    if (way.attached?.length) await queryClient.refetchQueries({ queryKey: caseKeys.anyOpened(caseId) });
    await refresh();
  };
}
