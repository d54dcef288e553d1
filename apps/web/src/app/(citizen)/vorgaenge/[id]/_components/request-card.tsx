import { useQueryClient } from "@tanstack/react-query";
import { Composer } from "../../../../../components/conversation/composer.tsx";
import type { OpenedMessage } from "../../../../../crypto/contents.ts";
import type { CaseAnswer } from "../../../../../crypto/wire-types.ts";
import { useI18n } from "../../../../../i18n/client.tsx";
import { openRequest } from "../../../../../lib/cases/open-request.ts";
import { ownName } from "../../../../../lib/cases/own-name.ts";
import { caseKeys } from "../../../../../lib/cases/query-keys.ts";
import { useSendMessage } from "../../../../../lib/cases/use-send-message.ts";
import { formatDate } from "../../../../../lib/format.ts";
import { isPastDay } from "../../../../../lib/is-past-day.ts";
import { WarningIcon } from "../../../../../ui/icons.tsx";

type RequestCardProps = { summary: CaseAnswer["summary"]; messages: readonly OpenedMessage[] };

/** The one thing to do here, with everything that is needed to do it. */
export function RequestCard({ summary: { caseId, dueOn }, messages }: RequestCardProps) {
  const { t, locale } = useI18n();
  const queryClient = useQueryClient();
  const send = useSendMessage(caseId);
  const asked = openRequest(messages);
  // The day inside the seal is the authority's own; the one in the clear stands in while that is not opened yet.
  const day = asked?.request?.dueOn ?? dueOn;
  const from = ownName(messages) ?? t("case.fallbackName");

  const answer = async (text: string) => {
    await send({ from, text }, (client, input) => client.cases.answerRequest.mutate(input));
    await queryClient.invalidateQueries({ queryKey: caseKeys.one(caseId) });
  };

  return (
    <section
      data-area
      aria-labelledby="request"
      className="rounded-card border-2 border-warning bg-warning-tint p-5 sm:p-6"
    >
      <h2 id="request" className="flex gap-3 text-xl">
        <WarningIcon className="mt-0.5 size-7 text-warning" />
        {t("evidence.card.title")}
      </h2>
      {day && <p className="mt-1 font-semibold">{t("evidence.until", { date: formatDate(day, locale) })}</p>}
      {day && isPastDay(day) && <p className="mt-1">{t("evidence.card.late")}</p>}
      {asked?.request ? (
        <ul className="mt-4 grid list-disc gap-1 pl-6">
          {asked.request.items.map((item) => (
            <li key={item} className="font-semibold">
              {item}
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-4">{t("evidence.card.unknown")}</p>
      )}
      {asked?.text && <p className="mt-4 max-w-prose whitespace-pre-wrap">{asked.text}</p>}
      <div className="mt-5 border-line border-t pt-5">
        <Composer
          label={t("evidence.card.answer")}
          hint={t("evidence.card.answerHint")}
          sendText={t("evidence.card.send")}
          signInAs="citizen"
          onSend={answer}
        />
      </div>
    </section>
  );
}
