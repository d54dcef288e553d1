"use client";

import { useState } from "react";
import type { CaseEvent, StoredDocument } from "../../crypto/wire-types.ts";
import { useI18n } from "../../i18n/client.tsx";
import { eventWord } from "../../lib/cases/event-word.ts";
import { useCaseEvents } from "../../lib/cases/use-case-events.ts";
import { formatDate, formatTime } from "../../lib/format.ts";
import { problemOf } from "../../lib/problem.ts";
import { Button } from "../../ui/button.tsx";
import type { Side } from "../documents/document-list.tsx";
import { ProblemAlert } from "../problem-alert.tsx";

/** A case of years has hundreds; the first look is for the last ones. */
const shownFirst = 12;

type CaseHistoryProps = { caseId: string; documents: readonly StoredDocument[]; side: Side };

/** What the server knows to have happened, when, in sentences for this side. The newest is last, as in the conversation. */
export function CaseHistory({ caseId, documents, side }: CaseHistoryProps) {
  const { t } = useI18n();
  const { data: events, error, refetch } = useCaseEvents(caseId);
  const [isWhole, setIsWhole] = useState(false);
  if (!events) {
    if (error) return <ProblemAlert problem={problemOf(error)} onRetry={() => void refetch()} signInAs={side} />;
    return <p className="text-muted">{t("caseHistory.loading")}</p>;
  }
  const older = isWhole ? 0 : Math.max(0, events.length - shownFirst);
  return (
    <>
      {older > 0 && (
        <Button variant="quiet" className="mb-3" onClick={() => setIsWhole(true)}>
          {t("caseHistory.older", { count: older })}
        </Button>
      )}
      <ol className="ml-1.5 border-edge border-l">
        {events.slice(older).map((event) => (
          <HistoryEntry key={event.id} event={event} documents={documents} side={side} />
        ))}
      </ol>
    </>
  );
}

type HistoryEntryProps = { event: CaseEvent } & Pick<CaseHistoryProps, "documents" | "side">;

function HistoryEntry({ event: { kind, actor, subjectId, actingFor, at }, documents, side }: HistoryEntryProps) {
  const { t, locale } = useI18n();
  const place = documents.findIndex(({ documentId }) => documentId === subjectId);
  const document = place < 0 ? t("caseHistory.someDocument") : t("documents.number", { number: place + 1 });
  return (
    <li className="relative pb-5 pl-6 last:pb-0">
      <span
        aria-hidden="true"
        className="absolute top-2 -left-[0.4rem] size-3 rounded-full border-2 border-page bg-action"
      />
      <p>{sentenceOf(t(`caseHistory.${side}.${eventWord(kind, actor)}`, { document }))}</p>
      <p className="text-muted text-sm">
        <time dateTime={at}>
          {t("caseHistory.moment", { date: formatDate(at, locale), time: formatTime(at, locale) })}
        </time>
        {actingFor !== null && `, ${t("deputies.event", { post: actingFor })}`}
      </p>
    </li>
  );
}

/** Where a sentence begins with the document, "eine Unterlage" needs its capital. */
const sentenceOf = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
