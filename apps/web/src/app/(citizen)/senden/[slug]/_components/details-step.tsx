import { messageLimits } from "@dvd/domain/message/content";
import { useRef, useState } from "react";
import { useI18n } from "../../../../../i18n/client.tsx";
import type { Draft } from "../../../../../lib/sending/draft.ts";
import { Button } from "../../../../../ui/button.tsx";
import { Field } from "../../../../../ui/field.tsx";
import { ArrowIcon } from "../../../../../ui/icons.tsx";
import { useAnnounce } from "../../../../../ui/live-region.tsx";
import { TextArea, TextInput } from "../../../../../ui/text-input.tsx";
import { type Step, StepFrame } from "./step-frame.tsx";

type DetailsStepProps = { step: Step; draft: Draft; onChange: (part: Partial<Draft>) => void };

export function DetailsStep({ step, draft, onChange }: DetailsStepProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const [isChecked, setIsChecked] = useState(false);
  const fromField = useRef<HTMLInputElement>(null);
  const textField = useRef<HTMLTextAreaElement>(null);

  const faultOf = (value: string, max: number, empty: string) => {
    if (value.trim() === "") return empty;
    return value.length > max ? t("wizard.details.tooLong", { max }) : undefined;
  };
  const fromError = faultOf(draft.from, messageLimits.from, t("wizard.details.fromEmpty"));
  const textError = faultOf(draft.text, messageLimits.text, t("wizard.details.textEmpty"));

  const goOn = () => {
    setIsChecked(true);
    const firstError = fromError ?? textError;
    if (firstError === undefined) {
      step.goOn();
      return;
    }
    announce(firstError, "assertive");
    (fromError ? fromField : textField).current?.focus();
  };

  return (
    <StepFrame
      step={step}
      hasError={isChecked && (fromError ?? textError) !== undefined}
      onSubmit={goOn}
      action={
        <Button type="submit" icon={<ArrowIcon className="size-5" />}>
          {t("wizard.next")}
        </Button>
      }
    >
      <Field
        label={t("wizard.details.fromLabel")}
        hint={t("wizard.details.fromHint")}
        error={isChecked ? fromError : undefined}
      >
        {(control) => (
          <TextInput
            {...control}
            ref={fromField}
            autoComplete="name"
            value={draft.from}
            onChange={(event) => onChange({ from: event.target.value })}
          />
        )}
      </Field>
      <Field
        label={t("wizard.details.textLabel")}
        hint={t("wizard.details.textHint")}
        error={isChecked ? textError : undefined}
      >
        {(control) => (
          <TextArea
            {...control}
            ref={textField}
            rows={7}
            autoComplete="off"
            value={draft.text}
            onChange={(event) => onChange({ text: event.target.value })}
          />
        )}
      </Field>
    </StepFrame>
  );
}
