import type { ReactNode } from "react";
import { useI18n } from "../../../../../i18n/client.tsx";
import { usePageTitle } from "../../../../../lib/use-page-title.ts";
import { Button } from "../../../../../ui/button.tsx";
import { StepHeading } from "../../../../../ui/step-heading.tsx";
import type { StepName } from "../../../../../lib/sending/filling-steps.ts";

/** Where the person is, and how to get to the neighbours. */
export type Step = {
  name: StepName;
  /** A word or two for the heading. */
  title: string;
  number: number;
  of: number;
  serviceTitle: string;
  goOn: () => void;
  goBack: () => void;
  goTo: (name: StepName) => void;
};

type StepFrameProps = {
  step: Step;
  hasError?: boolean;
  lead?: ReactNode;
  children: ReactNode;
  action: ReactNode;
  onSubmit: () => void;
};

/** A form that cannot post: no address, no named fields, and its submit is ours. */
export function StepFrame({ step, hasError = false, lead, children, action, onSubmit }: StepFrameProps) {
  const { t } = useI18n();
  const title = `${step.title} – ${step.serviceTitle}`;
  usePageTitle(hasError ? t("wizard.errorPrefix", { title }) : title);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <StepHeading
        text={t("wizard.progress", { step: step.number, of: step.of, name: step.title })}
        step={step.number}
        of={step.of}
      />
      {lead && <p className="mt-3 max-w-prose text-lg text-muted">{lead}</p>}
      <div className="mt-7 grid max-w-prose gap-7">{children}</div>
      <div data-print="no" className="mt-9 flex flex-col gap-3 sm:flex-row sm:flex-wrap">
        {action}
        {step.number > 1 && (
          <Button variant="quiet" onClick={step.goBack}>
            {t("wizard.back")}
          </Button>
        )}
      </div>
    </form>
  );
}
