import { DocumentComposer } from "../../../../../components/evidence/document-composer.tsx";
import type { EvidenceLabel } from "../../../../../components/services/read-evidence-labels.ts";
import type { OpenedMessage } from "../../../../../crypto/contents.ts";
import type { CaseAnswer } from "../../../../../crypto/wire-types.ts";
import { useI18n } from "../../../../../i18n/client.tsx";
import { addedBytes } from "../../../../../lib/cases/added-bytes.ts";
import { openRequest } from "../../../../../lib/cases/open-request.ts";
import { ownName } from "../../../../../lib/cases/own-name.ts";
import { formatDate } from "../../../../../lib/format.ts";
import { isPastDay } from "../../../../../lib/is-past-day.ts";
import { WarningIcon } from "../../../../../ui/icons.tsx";

type RequestCardProps = {
  accountId: string;
  opened: CaseAnswer;
  messages: readonly OpenedMessage[];
  evidence: readonly EvidenceLabel[];
};

/** The one thing to do here, with everything that is needed to do it. */
export function RequestCard({ accountId, opened, messages, evidence }: RequestCardProps) {
  const { caseId, dueOn } = opened.summary;
  const { t, locale } = useI18n();
  const asked = openRequest(messages);
  // The day inside the seal is the authority's own; the one in the clear stands in while that is not opened yet.
  const day = asked?.request?.dueOn ?? dueOn;
  const from = ownName(messages) ?? t("case.fallbackName");

  return (
    <section data-area aria-labelledby="request" className="rounded-card border-2 border-warning bg-raised p-5 sm:p-6">
      <h2 id="request" className="flex gap-3 text-xl">
        <WarningIcon className="mt-0.5 size-7 text-warning" />
        {t("evidence.card.title")}
      </h2>
      {day && <p className="mt-1 font-semibold">{t("evidence.until", { date: formatDate(day, locale) })}</p>}
      {day && isPastDay(day) && <p className="mt-1">{t("evidence.card.late")}</p>}
      {messages.length > 0 && !asked && <p className="mt-4">{t("evidence.card.unknown")}</p>}
      {asked?.text && <p className="mt-4 max-w-prose whitespace-pre-wrap">{asked.text}</p>}
      <div className="mt-5 border-line border-t pt-5">
        {/* The places are those of the request: without having read it, there are none to fill. */}
        {messages.length > 0 && (
          <DocumentComposer
            key={JSON.stringify(asked?.request?.items)}
            accountId={accountId}
            caseId={caseId}
            purpose="answer"
            items={asked?.request?.items ?? [{ label: t("evidence.more.slot") }]}
            evidence={evidence}
            from={from}
            storedBytes={addedBytes(opened)}
            text={{
              label: t("evidence.card.answer"),
              hint: t("evidence.card.answerHint"),
              send: t("evidence.card.send"),
            }}
            deliver={(client, input) => client.cases.answerRequest.mutate(input)}
          />
        )}
      </div>
    </section>
  );
}
