import type { OpenedMessage } from "../../../../../crypto/contents.ts";
import type { CaseAnswer } from "../../../../../crypto/wire-types.ts";
import { useI18n } from "../../../../../i18n/client.tsx";
import { formatDate, formatTime } from "../../../../../lib/format.ts";

type CaseHistoryProps = {
  summary: CaseAnswer["summary"];
  documents: CaseAnswer["documents"];
  messages: readonly OpenedMessage[];
};

/** What happened when, in sentences. The newest is last, as in the conversation. */
export function CaseHistory({ summary: { receivedAt }, documents, messages }: CaseHistoryProps) {
  const { t, locale } = useI18n();
  const events = [
    ...documents.map(({ documentId, sender, storedAt }) => ({
      id: documentId,
      at: storedAt,
      text: t(sender === "citizen" ? "case.event.documentMine" : "case.event.documentTheirs"),
    })),
    ...messages.map(({ messageId, sender, sentAt }) => ({
      id: messageId,
      at: sentAt,
      text: t(sender === "citizen" ? "case.event.messageMine" : "case.event.messageTheirs"),
    })),
    { id: "received", at: receivedAt, text: t("case.event.received") },
  ].toSorted((one, other) => one.at.localeCompare(other.at));

  return (
    <ol className="ml-1.5 border-edge border-l">
      {events.map(({ id, at, text }) => (
        <li key={id} className="relative pb-5 pl-6 last:pb-0">
          <span
            aria-hidden="true"
            className="absolute top-2 -left-[0.4rem] size-3 rounded-full border-2 border-page bg-action"
          />
          <p>{text}</p>
          <p className="text-muted text-sm">
            {t("case.moment", { date: formatDate(at, locale), time: formatTime(at, locale) })}
          </p>
        </li>
      ))}
    </ol>
  );
}
