import { useState } from "react";
import type { Choice, Question } from "../../../../../../components/services/describe-service.ts";
import { useI18n } from "../../../../../../i18n/client.tsx";
import { Button } from "../../../../../../ui/button.tsx";
import { ArrowIcon } from "../../../../../../ui/icons.tsx";
import { useAnnounce } from "../../../../../../ui/live-region.tsx";
import { RadioGroup } from "../../../../../../ui/radio-group.tsx";
import { StepHeading } from "../../../../../../ui/step-heading.tsx";

type AskQuestionProps = {
  question: Question;
  number: number;
  of: number;
  onBack: (() => void) | null;
  onAnswer: (answer: Choice) => void;
};

export function AskQuestion({ question: { text, answers }, number, of, onBack, onAnswer }: AskQuestionProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const [picked, setPicked] = useState<string | null>(null);
  const [error, setError] = useState<string>();

  const goOn = () => {
    const answer = answers.find(({ id }) => id === picked);
    if (answer) return onAnswer(answer);
    const sentence = t("services.check.pickOne");
    setError(sentence);
    return announce(sentence, "assertive");
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        goOn();
      }}
      className="max-w-prose"
    >
      <StepHeading text={t("services.check.step", { step: number, of })} step={number} of={of} />
      <div className="mt-7">
        <RadioGroup
          legend={<span className="text-xl">{text}</span>}
          error={error}
          options={answers.map(({ id, label }) => ({ value: id, label }))}
          value={picked}
          onChange={(id) => {
            setPicked(id);
            setError(undefined);
          }}
        />
      </div>
      <div className="mt-9 flex flex-col gap-3 sm:flex-row">
        <Button type="submit" icon={<ArrowIcon className="size-5" />}>
          {t("services.check.next")}
        </Button>
        {onBack && (
          <Button variant="quiet" onClick={onBack}>
            {t("services.check.back")}
          </Button>
        )}
      </div>
    </form>
  );
}
