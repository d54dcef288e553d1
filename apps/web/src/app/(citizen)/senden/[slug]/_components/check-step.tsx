import { useQuery } from "@tanstack/react-query";
import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import { formatBytes } from "../../../../../lib/format.ts";
import { isKeyTrouble, problemOf } from "../../../../../lib/problem.ts";
import type { Parcel } from "../../../../../lib/sending/shipment.ts";
import { Button } from "../../../../../ui/button.tsx";
import { type Description, DescriptionList } from "../../../../../ui/description-list.tsx";
import { ArrowIcon, LockIcon } from "../../../../../ui/icons.tsx";
import { OfficeKey } from "./office-key.tsx";
import { ReceiverCard } from "./receiver-card.tsx";
import { type Step, StepFrame } from "./step-frame.tsx";
import type { StepName } from "./wizard.tsx";

type CheckStepProps = {
  step: Step;
  parcel: Parcel;
  /** Without keys of one's own they are made in a further step; the office's can be checked all the same. */
  isNew: boolean;
  checkOffice: (parcel: Parcel) => Promise<{ fingerprint: string }>;
  onDone: () => void;
};

export function CheckStep({ step, parcel, isNew, checkOffice, onDone }: CheckStepProps) {
  const { t, locale } = useI18n();
  const { data, error, refetch } = useQuery({
    queryKey: ["office-key", parcel.office.tenantId, parcel.office.unitId, isNew],
    queryFn: () => checkOffice(parcel),
    staleTime: 0,
  });
  const problem = error && problemOf(error);

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
          row(t("wizard.check.from"), parcel.from, "details"),
          row(t("wizard.check.text"), <span className="whitespace-pre-wrap">{parcel.text}</span>, "details"),
          row(t("wizard.check.file"), `${parcel.file.name}, ${formatBytes(parcel.file.size, locale)}`, "documents"),
        ]}
      />
      <ReceiverCard title={t("wizard.check.receiver")} office={parcel.office}>
        <OfficeKey fingerprint={data?.fingerprint ?? null} hasFailed={problem !== null} />
      </ReceiverCard>
    </StepFrame>
  );
}
