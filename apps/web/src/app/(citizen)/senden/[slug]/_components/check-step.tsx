import { answerText } from "@dvd/domain/form/answer-text";
import type { Answers, FormDefinition } from "@dvd/domain/form/definition";
import { reachablePages } from "@dvd/domain/form/pages";
import { useQuery } from "@tanstack/react-query";
import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import { versions } from "../../../../../components/services/service.ts";
import type { Slot } from "../../../../../components/uploads/document-slot.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import { formatBytes } from "../../../../../lib/format.ts";
import { isKeyTrouble, problemOf } from "../../../../../lib/problem.ts";
import type { StepName } from "../../../../../lib/sending/filling-steps.ts";
import type { Destination } from "../../../../../lib/sending/destination.ts";
import type { Parcel } from "../../../../../lib/sending/shipment.ts";
import type { UploadItem } from "../../../../../lib/uploads/upload-item.ts";
import { Button } from "../../../../../ui/button.tsx";
import { type Description, DescriptionList } from "../../../../../ui/description-list.tsx";
import { ArrowIcon, LockIcon } from "../../../../../ui/icons.tsx";
import { OfficeKey } from "./office-key.tsx";
import { ReceiverCard } from "./receiver-card.tsx";
import { type Step, StepFrame } from "./step-frame.tsx";

type CheckStepProps = {
  step: Step;
  parcel: Parcel;
  slots: readonly Slot[];
  items: readonly UploadItem[];
  form: FormDefinition;
  answers: Answers;
  /** Without keys of one's own they are made in a further step; the office's can be checked all the same. */
  isNew: boolean;
  checkOffice: (destination: Destination) => Promise<{ fingerprint: string }>;
  onDone: () => void;
};

export function CheckStep({ step, parcel, slots, items, form, answers, isNew, checkOffice, onDone }: CheckStepProps) {
  const { t, locale } = useI18n();
  const { destination } = parcel;
  const { data, error, refetch } = useQuery({
    queryKey: ["office-key", destination.office.tenantId, destination.office.unitId, isNew],
    queryFn: () => checkOffice(destination),
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
          row(t("wizard.check.place"), destination.postalCode, "place"),
          ...asked.map(({ question, step }) =>
            row(
              question.label[version],
              <span className="whitespace-pre-wrap break-words">
                {answerText(question, answers, version) || <span className="text-muted">{t("form.noAnswer")}</span>}
              </span>,
              step,
            ),
          ),
          ...slots.flatMap(({ id, label }) => {
            const files = items.filter(({ slot }) => slot === id);
            return files.length > 0 ? [row(label, <Files files={files} />, "documents")] : [];
          }),
        ]}
      />
      <ReceiverCard title={t("wizard.check.receiver")} office={destination.office}>
        <OfficeKey fingerprint={data?.fingerprint ?? null} hasFailed={problem !== null} />
      </ReceiverCard>
    </StepFrame>
  );
}

function Files({ files }: { files: readonly UploadItem[] }) {
  const { locale } = useI18n();
  return (
    <ul>
      {files.map(({ fileId, name, size }) => (
        <li key={fileId} className="break-words">{`${name}, ${formatBytes(size, locale)}`}</li>
      ))}
    </ul>
  );
}
