import type { Answers, FormPage } from "@dvd/domain/form/definition";
import { faultsOfPage } from "@dvd/domain/form/validate";
import { useRef, useState } from "react";
import { focusField } from "../../../../../components/form/place.tsx";
import { QuestionField } from "../../../../../components/form/question-field.tsx";
import { useFaultText } from "../../../../../components/form/use-fault-text.ts";
import { versions } from "../../../../../components/services/service.ts";
import { useI18n } from "../../../../../i18n/client.tsx";
import { officeDay } from "../../../../../lib/sending/office-day.ts";
import { Button } from "../../../../../ui/button.tsx";
import { ErrorSummary } from "../../../../../ui/error-summary.tsx";
import { ArrowIcon } from "../../../../../ui/icons.tsx";
import { type Step, StepFrame } from "./step-frame.tsx";

type FormStepProps = {
  step: Step;
  page: FormPage;
  answers: Answers;
  onAnswer: (field: string, value: string) => void;
};

/** A page of the form. Faults are named when somebody wants to go on, and go away while they are mended. */
export function FormStep({ step, page, answers, onAnswer }: FormStepProps) {
  const { t, locale } = useI18n();
  const faultText = useFaultText();
  const [attempt, setAttempt] = useState(0);
  const fields = useRef<HTMLDivElement>(null);
  const [today] = useState(() => officeDay(new Date()));
  const faults = attempt > 0 ? faultsOfPage(page, answers, today) : [];
  /** Only those of the last try: a summary that shrinks while somebody types would move the page under their fingers. */
  const [summary, setSummary] = useState<typeof faults>([]);

  const goOn = () => {
    const found = faultsOfPage(page, answers, today);
    setSummary(found);
    if (found.length === 0) step.goOn();
    else setAttempt(attempt + 1);
  };

  const only = page.questions.length === 1;
  return (
    <StepFrame
      step={step}
      hasError={faults.length > 0}
      onSubmit={goOn}
      action={
        <Button type="submit" icon={<ArrowIcon className="size-5" />}>
          {t("wizard.next")}
        </Button>
      }
    >
      {summary.length > 0 && (
        <ErrorSummary
          key={attempt}
          title={t("form.summary")}
          errors={summary.map((fault) => ({
            id: fault.question.id,
            text: only ? faultText(fault) : `${fault.question.label[versions[locale]]} ${faultText(fault)}`,
            onGo: () => focusField(fields.current, fault.field),
          }))}
        />
      )}
      <div ref={fields} className="grid gap-7">
        {page.questions.map((question) => (
          <QuestionField
            key={question.id}
            question={question}
            answers={answers}
            fault={faults.find((fault) => fault.question.id === question.id)}
            onAnswer={onAnswer}
          />
        ))}
      </div>
    </StepFrame>
  );
}
