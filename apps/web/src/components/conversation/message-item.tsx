import type { AnsweredPart, EvidenceRequest } from "@dvd/domain/message/content";
import type { OpenedMessage } from "../../crypto/contents.ts";
import type { StoredDocument } from "../../crypto/wire-types.ts";
import { useI18n } from "../../i18n/client.tsx";
import { inReadersWords } from "../../lib/cases/in-readers-words.ts";
import { formatDate, formatTime } from "../../lib/format.ts";
import { classNames } from "../../ui/class-names.ts";
import { WarningIcon } from "../../ui/icons.tsx";
import type { EvidenceLabel } from "../services/read-evidence-labels.ts";

type MessageItemProps = {
  message: OpenedMessage;
  documents: readonly StoredDocument[];
  evidence: readonly EvidenceLabel[];
  isMine: boolean;
};

export function MessageItem({ message, documents, evidence, isMine }: MessageItemProps) {
  const { t, locale } = useI18n();
  const { content, sentAt } = message;
  const time = t("conversation.time", { time: formatTime(sentAt, locale) });
  return (
    <li
      data-area
      className={classNames(
        "w-fit min-w-48 max-w-[min(42rem,92%)] rounded-card border px-4 py-3 sm:px-5",
        content === null && "border-warning bg-warning-tint",
        content !== null && (isMine ? "ml-auto border-action bg-action-tint" : "border-line bg-raised"),
      )}
    >
      {content ? (
        <>
          <p className="text-muted text-sm">
            <span className="font-semibold text-text">{isMine ? t("conversation.you") : content.from}</span>
            {message.isByDeputy && `, ${t("conversation.byDeputy")}`}
            {" · "}
            {time}
            {isMine && ` · ${t("conversation.delivered")}`}
          </p>
          {content.request && <RequestNote request={content.request} evidence={evidence} />}
          {content.parts && <PartsNote parts={content.parts} documents={documents} evidence={evidence} />}
          {content.text && <p className="mt-1 whitespace-pre-wrap">{content.text}</p>}
          {message.missing > 0 && (
            <p className="mt-2 flex gap-2 border-warning border-t pt-2 text-sm">
              <WarningIcon className="size-5 shrink-0 text-warning" />
              {t("conversation.missing", { count: String(message.missing) })}
            </p>
          )}
        </>
      ) : (
        <>
          <p className="flex gap-2 font-semibold">
            <WarningIcon className="mt-0.5 size-5 text-warning" />
            {t("conversation.unproven")}
          </p>
          <p className="mt-1 text-sm">{t("conversation.unprovenText", { time })}</p>
        </>
      )}
    </li>
  );
}

type RequestNoteProps = { request: EvidenceRequest; evidence: readonly EvidenceLabel[] };

/** Where a request stands in the conversation; what to do about it is on a card of its own. */
function RequestNote({ request: { items, dueOn }, evidence }: RequestNoteProps) {
  const { t, locale } = useI18n();
  return (
    <>
      <p className="mt-1 font-semibold">{t("evidence.message.asked", { date: formatDate(dueOn, locale) })}</p>
      <ul className="list-disc pl-5">
        {items.map((item) => {
          const { label, original } = inReadersWords(item, evidence);
          return (
            <li key={item.label}>
              {label}
              {original && (
                <span className="block text-muted text-sm">{t("evidence.original", { label: original })}</span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

type PartsNoteProps = {
  parts: readonly AnsweredPart[];
  documents: readonly StoredDocument[];
  evidence: readonly EvidenceLabel[];
};

/** Which document is which, by the numbers that they have on this page. */
function PartsNote({ parts, documents, evidence }: PartsNoteProps) {
  const { t } = useI18n();
  const numberOf = (id: string) => documents.findIndex(({ documentId }) => documentId === id) + 1;
  return (
    <ul className="mt-1 list-disc pl-5">
      {parts.map(({ documents: ids, ...item }) => (
        <li key={item.label}>
          {inReadersWords(item, evidence).label}:{" "}
          {ids.map((id) => t("documents.number", { number: numberOf(id) })).join(", ")}
        </li>
      ))}
    </ul>
  );
}
