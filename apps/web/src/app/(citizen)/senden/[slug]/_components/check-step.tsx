import { answerText } from "@dvd/domain/form/answer-text";
import type { Answers, FormDefinition } from "@dvd/domain/form/definition";
import { reachablePages } from "@dvd/domain/form/pages";
import { useQuery } from "@tanstack/react-query";
import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import { versions } from "../../../../../components/services/service.ts";
import { useI18n } from "../../../../../i18n/client.tsx";
import { formatBytes } from "../../../../../lib/format.ts";
import { isKeyTrouble, problemOf } from "../../../../../lib/problem.ts";
import type { StepName } from "../../../../../lib/sending/filling-steps.ts";
import type { Parcel } from "../../../../../lib/sending/shipment.ts";
import { Button } from "../../../../../ui/button.tsx";
import { type Description, DescriptionList } from "../../../../../ui/description-list.tsx";
import { ArrowIcon, LockIcon } from "../../../../../ui/icons.tsx";
import { OfficeKey } from "./office-key.tsx";
import { ReceiverCard } from "./receiver-card.tsx";
import { type Step, StepFrame } from "./step-frame.tsx";

type CheckStepProps = {
  step: Step;
  parcel: Parcel;
  form: FormDefinition;
  answers: Answers;
  /** Without keys of one's own they are made in a further step; the office's can be checked all the same. */
  isNew: boolean;
  checkOffice: (parcel: Parcel) => Promise<{ fingerprint: string }>;
  onDone: () => void;
};

export function CheckStep({ step, parcel, form, answers, isNew, checkOffice, onDone }: CheckStepProps) {
  const { t, locale } = useI18n();
  const { data, error, refetch } = useQuery({
    queryKey: ["office-key", parcel.office.tenantId, parcel.office.unitId, isNew],
    queryFn: () => checkOffice(parcel),
    staleTime: 0,
  });
  const problem = error && problemOf(error);
  const version = versions[locale];
  const asked = reachablePages(form, answers).flatMap(({ id, questions }) =>
    questions.map((question) => ({ question, step: `form:${id}` as const })),
  );

  const row = (term: string, value: Description["value"], from: StepName): Description => ({
    term,
    value,
    action: (
      <Button
        variant="quiet"
        aria-label={`${t("wizard.change")}: ${term}`}
        onClick={() => step.goTo(from)}
        className="-my-2.5 max-sm:-ml-5"
      >
        {t("wizard.change")}
      </Button>
    ),
  });

  return (
    <StepFrame
      step={step}
      lead={t("wizard.check.lead")}
      onSubmit={onDone}
      action={
        // With a key that is not the right one there is nothing to press.
        !isKeyTrouble(problem) && (
          <Button type="submit" icon={isNew ? <ArrowIcon className="size-5" /> : <LockIcon className="size-6" />}>
            {t(isNew ? "wizard.check.toKey" : "wizard.check.send")}
          </Button>
        )
      }
    >
      {problem && <ProblemAlert problem={problem} doing="sending" onRetry={() => void refetch()} />}
      <DescriptionList
        items={[
          { term: t("wizard.check.service"), value: step.serviceTitle },
          row(t("wizard.check.place"), parcel.postalCode, "place"),
          ...asked.map(({ question, step }) =>
            row(
              question.label[version],
              <span className="whitespace-pre-wrap break-words">
                {answerText(question, answers, version) || <span className="text-muted">{t("form.noAnswer")}</span>}
              </span>,
              step,
            ),
          ),
          ...parcel.files.map((file) =>
            row(t("wizard.check.file"), `${file.name}, ${formatBytes(file.size, locale)}`, "documents"),
          ),
        ]}
      />
      <ReceiverCard title={t("wizard.check.receiver")} office={parcel.office}>
        <OfficeKey fingerprint={data?.fingerprint ?? null} hasFailed={problem !== null} />
      </ReceiverCard>
    </StepFrame>
  );
}
