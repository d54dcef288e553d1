import { acceptedMediaTypes } from "@dvd/domain/document/limits";
import { useRef, useState } from "react";
import { useI18n } from "../../../../../i18n/client.tsx";
import { formatBytes } from "../../../../../lib/format.ts";
import { checkPdf } from "../../../../../lib/sending/check-pdf.ts";
import type { Draft } from "../../../../../lib/sending/draft.ts";
import { Alert } from "../../../../../ui/alert.tsx";
import { Button } from "../../../../../ui/button.tsx";
import { Field } from "../../../../../ui/field.tsx";
import { FilePicker } from "../../../../../ui/file-picker.tsx";
import { ArrowIcon } from "../../../../../ui/icons.tsx";
import { useAnnounce } from "../../../../../ui/live-region.tsx";
import { PickedFile } from "./picked-file.tsx";
import { type Step, StepFrame } from "./step-frame.tsx";

type DocumentsStepProps = {
  step: Step;
  draft: Draft;
  isRequired: boolean;
  onChange: (part: Partial<Draft>) => void;
};

/** One PDF, looked at on the device: the server gets it sealed and could not tell anybody what is wrong with it. */
export function DocumentsStep({ step, draft: { file }, isRequired, onChange }: DocumentsStepProps) {
  const { t, locale } = useI18n();
  const announce = useAnnounce();
  const [error, setError] = useState<string>();
  const [isEncrypted, setIsEncrypted] = useState(false);
  const picker = useRef<HTMLDivElement>(null);
  const focusPicker = () => picker.current?.querySelector("button")?.focus();

  const fail = (sentence: string) => {
    setError(sentence);
    announce(sentence, "assertive");
  };

  const pick = async (picked: File | undefined) => {
    if (!picked) return;
    const size = formatBytes(picked.size, locale, "long");
    const check = await checkPdf(picked).catch(() => ({ fault: "cutShort" as const }));
    setIsEncrypted(check.fault === null && check.isEncrypted);
    onChange({ file: check.fault === null ? picked : null });
    if (check.fault !== null) {
      fail(
        check.fault === "tooLarge" ? t("wizard.documents.tooLarge", { size }) : t(`wizard.documents.${check.fault}`),
      );
      return;
    }
    setError(undefined);
    announce(t("wizard.documents.picked", { size }));
  };

  const remove = () => {
    onChange({ file: null });
    setIsEncrypted(false);
    announce(t("wizard.documents.removed"));
    focusPicker();
  };

  const goOn = () => {
    if (file || !isRequired) {
      step.goOn();
      return;
    }
    fail(error ?? t("wizard.documents.missing"));
    focusPicker();
  };

  return (
    <StepFrame
      step={step}
      hasError={error !== undefined}
      onSubmit={goOn}
      action={
        <Button type="submit" icon={<ArrowIcon className="size-5" />}>
          {t("wizard.next")}
        </Button>
      }
    >
      <div ref={picker} className="grid gap-5">
        <Field label={t("wizard.documents.label")} hint={t("wizard.documents.hint")} error={error}>
          {(control) => (
            <FilePicker
              control={control}
              buttonText={t(file ? "wizard.documents.pickOther" : "wizard.documents.pick")}
              dropText={t("wizard.documents.drop")}
              accept={`${acceptedMediaTypes.join(",")},.pdf`}
              onPick={([picked]) => void pick(picked)}
            />
          )}
        </Field>
        {file && <PickedFile file={file} onRemove={remove} />}
      </div>
      {isEncrypted && (
        <Alert tone="warning" title={t("wizard.documents.encryptedTitle")}>
          {t("wizard.documents.encrypted")}
        </Alert>
      )}
    </StepFrame>
  );
}
