"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { StoredDocument } from "../../crypto/wire-types.ts";
import { useI18n } from "../../i18n/client.tsx";
import { openFile } from "../../lib/cases/open-file.ts";
import { caseKeys } from "../../lib/cases/query-keys.ts";
import { formatBytes, formatDate, formatTime } from "../../lib/format.ts";
import { problemOf } from "../../lib/problem.ts";
import { saveBlob } from "../../lib/save-blob.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PaperIcon, SuccessIcon } from "../../ui/icons.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";
import { Progress } from "../../ui/progress.tsx";
import { StatusTag } from "../../ui/status-tag.tsx";
import { ProblemAlert } from "../problem-alert.tsx";
import { useProblemText } from "../use-problem-text.ts";
import { AnswersView } from "./answers-view.tsx";
import type { Side } from "./document-list.tsx";
import { DocumentViewer } from "./document-viewer.tsx";

type DocumentItemProps = {
  caseId: string;
  document: StoredDocument;
  number: number;
  /** Null for one's own. */
  from: string | null;
  mySide: Side;
  /** When the authority opened it for the first time, null when it has not, nothing while that is not known. */
  openedAt: string | null | undefined;
};

/**
 * Opening fetches, proves and decrypts on this device; what is opened is offered for saving. A PDF is also shown, as
 * pixels out of a frame that is not of our origin; any other file only leaves as a download.
 */
export function DocumentItem({ caseId, document, number, from, mySide, openedAt }: DocumentItemProps) {
  const { t, locale } = useI18n();
  const announce = useAnnounce();
  const queryClient = useQueryClient();
  const problemText = useProblemText();
  const title = t("documents.number", { number });
  const { data, error, isPending, mutate } = useMutation({
    mutationFn: () => openFile(caseId, document),
    // By its number: what was sealed is not repeated anywhere.
    onSuccess: () => {
      announce(t("documents.openedAnnounce", { name: title }));
      void queryClient.invalidateQueries({ queryKey: caseKeys.events(caseId) });
    },
    onError: (cause) => announce(problemText(problemOf(cause)).text, "assertive"),
  });
  /** Nobody of the authority has looked at it yet. */
  const isNew = mySide === "official" && document.sender === "citizen" && openedAt === null && !data;
  const when = { date: formatDate(document.storedAt, locale), time: formatTime(document.storedAt, locale) };

  return (
    <Card className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <PaperIcon className="size-8 text-action" />
        <div className="min-w-0 flex-1 basis-44">
          <h3 className="font-semibold">{data?.answers ? t("form.document.title") : (data?.name ?? title)}</h3>
          <p className="text-muted text-sm">
            {from === null ? t("documents.fromYou", when) : t("documents.fromOther", { from, ...when })}
            {" · "}
            {data
              ? formatBytes(data.size, locale)
              : t("documents.about", { size: formatBytes(document.bodyLength, locale) })}
          </p>
          {isNew && (
            <p className="mt-1.5">
              <StatusTag tone="open">{t("documents.new")}</StatusTag>
            </p>
          )}
          {mySide === "citizen" && openedAt && (
            <p className="text-muted text-sm">
              {t("documents.openedByOffice", {
                date: formatDate(openedAt, locale),
                time: formatTime(openedAt, locale),
              })}
            </p>
          )}
        </div>
        {data ? (
          <Button
            variant="secondary"
            aria-label={t("documents.saveNamed", { name: data.name })}
            onClick={() => saveBlob(data.blob, data.name)}
          >
            {t("documents.save")}
          </Button>
        ) : (
          <Button
            variant="secondary"
            aria-label={t("documents.openNamed", { name: title })}
            busy={isPending ? t("documents.opening") : undefined}
            onClick={() => mutate()}
          >
            {t("documents.open")}
          </Button>
        )}
      </div>
      {isPending && <Progress text={t("documents.openingText")} />}
      {error && <ProblemAlert problem={problemOf(error)} onRetry={() => mutate()} />}
      {data && (
        <p className="flex gap-2.5 text-sm">
          <SuccessIcon className="mt-0.5 size-5 text-success" />
          {t(data.canBeShown ? "documents.opened" : "documents.openedOther")}
        </p>
      )}
      {data?.answers && <AnswersView document={data.answers} />}
      {data?.canBeShown && !data.answers && <DocumentViewer file={data.blob} name={data.name} />}
    </Card>
  );
}
