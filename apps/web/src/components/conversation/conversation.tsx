"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import type { OpenedMessage } from "../../crypto/contents.ts";
import type { StoredDocument } from "../../crypto/wire-types.ts";
import { useI18n } from "../../i18n/client.tsx";
import { formatDate } from "../../lib/format.ts";
import { useAnnounce } from "../../ui/live-region.tsx";
import type { Side } from "../documents/document-list.tsx";
import type { EvidenceLabel } from "../services/read-evidence-labels.ts";
import { MessageItem } from "./message-item.tsx";

type ConversationProps = {
  messages: readonly OpenedMessage[];
  documents: readonly StoredDocument[];
  mySide: Side;
  /** What the service asks for in the reader's language; who speaks the language of the office needs none. */
  evidence?: readonly EvidenceLabel[];
};

/** In reading order, the newest last, with the days as headings. News are announced, the list itself is no live region. */
export function Conversation({ messages, documents, mySide, evidence = [] }: ConversationProps) {
  const { t, locale } = useI18n();
  useAnnounceNews(messages, mySide);
  if (messages.length === 0) return <p className="text-muted">{t("conversation.none")}</p>;
  return (
    <div className="grid gap-6">
      {byDay(messages, (iso) => formatDate(iso, locale)).map(([day, ofDay]) => (
        <section key={day} className="grid gap-3">
          <h3 className="text-center text-muted text-sm">{day}</h3>
          <ol className="grid gap-3">
            {ofDay.map((message) => (
              <MessageItem
                key={message.messageId}
                message={message}
                documents={documents}
                evidence={evidence}
                isMine={message.sender === mySide}
              />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function byDay(messages: readonly OpenedMessage[], dayOf: (iso: string) => string) {
  const days = new Map<string, OpenedMessage[]>();
  for (const message of messages) {
    const day = dayOf(message.sentAt);
    days.set(day, [...(days.get(day) ?? []), message]);
  }
  return [...days];
}

/** One sentence for each message of the other side that arrives while the page is open; nothing of its content. */
function useAnnounceNews(messages: readonly OpenedMessage[], mySide: Side) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const seen = useRef<number>(null);
  const newest = messages.at(-1)?.sequence ?? 0;

  const say = useEffectEvent((from: number) => {
    const news = messages.filter(({ sequence, sender }) => sequence > from && sender !== mySide);
    if (news.length > 0) announce(t("conversation.arrived"));
  });
  useEffect(() => {
    if (seen.current !== null && newest > seen.current) say(seen.current);
    seen.current = newest;
  }, [newest]);
}
