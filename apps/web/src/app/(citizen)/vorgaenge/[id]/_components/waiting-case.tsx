import type { CopyRefusal, CopyState } from "@dvd/domain/copies";
import { CopyMark } from "../../../../../components/copies/copy-mark.tsx";
import { OwnDigits } from "../../../../../components/copies/own-digits.tsx";
import { Reference } from "../../../../../components/reference.tsx";
import { RouteButton } from "../../../../../components/route-link.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import type { BrowserTextKey } from "../../../../../i18n/index.ts";
import type { Waiting } from "../../../../../lib/copies/open-own-case.ts";
import { formatDate } from "../../../../../lib/format.ts";
import { paths } from "../../../../../lib/paths.ts";
import { usePageTitle } from "../../../../../lib/use-page-title.ts";
import { Alert } from "../../../../../ui/alert.tsx";
import { PageHeading } from "../../../../../ui/page-heading.tsx";

const reasons = {
  "not-the-person": "copies.refused.reasons.notThePerson",
  "digits-differ": "copies.refused.reasons.digitsDiffer",
  "nobody-came": "copies.refused.reasons.nobodyCame",
} as const satisfies Record<CopyRefusal, BrowserTextKey>;

/** A case that the present keys do not open yet: why, what is safe, and what to do about it. */
export function WaitingCase({ answer, title }: { answer: Waiting; title: string }) {
  const { t } = useI18n();
  const { unit, authority, reference } = answer.summary;
  const { state } = answer.copies.request;
  usePageTitle(title);
  return (
    <article className="grid max-w-[52rem] gap-6">
      <PageHeading lead={t("case.office", { unit, authority })}>{title}</PageHeading>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <CopyMark copy={state} side="citizen" />
        <Reference className="text-sm">{reference}</Reference>
      </div>
      <Why answer={answer} state={state} />
    </article>
  );
}

function Why({ answer, state }: { answer: Waiting; state: CopyState }) {
  const { t, locale } = useI18n();
  const { reason, requestedAt } = answer.copies.request;
  if (state === "OBJECTED") {
    return (
      <Alert tone="danger" title={t("copies.objected.title")}>
        {t("copies.objected.text")}
      </Alert>
    );
  }
  if (state === "REFUSED") {
    return (
      <Alert
        tone="warning"
        title={t("copies.refused.title")}
        actions={<RouteButton href={paths.newKeys}>{t("copies.ask.title")}</RouteButton>}
      >
        {reason && <p className="mb-1">{t(reasons[reason])}</p>}
        <p>{t("copies.refused.text")}</p>
      </Alert>
    );
  }
  return (
    <>
      <Alert tone="info" title={t("copies.waiting.title")}>
        <p>{t("copies.waiting.text", { date: formatDate(requestedAt, locale), unit: answer.summary.unit })}</p>
        <p className="mt-1">{t("copies.waiting.safe")}</p>
      </Alert>
      <OwnDigits />
    </>
  );
}
