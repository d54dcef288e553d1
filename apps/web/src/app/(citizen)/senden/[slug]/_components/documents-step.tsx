import { useState } from "react";
import { DocumentSlots } from "../../../../../components/uploads/document-slots.tsx";
import type { Elsewhere, Slot } from "../../../../../components/uploads/document-slot.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import type { Uploads } from "../../../../../lib/uploads/use-uploads.ts";
import { Button } from "../../../../../ui/button.tsx";
import { ArrowIcon } from "../../../../../ui/icons.tsx";
import { useAnnounce } from "../../../../../ui/live-region.tsx";
import { type Step, StepFrame } from "./step-frame.tsx";

type DocumentsStepProps = {
  step: Step;
  slots: readonly Slot[];
  /** Asked for, and not there yet. */
  missing: readonly Slot[];
  uploads: Uploads;
  elsewhere: Elsewhere;
  onDone: (isWithoutDocuments: boolean) => void;
};

/** What is asked for, each in its place. Documents may travel on while the person reads the next page. */
export function DocumentsStep({ step, slots, missing, uploads, elsewhere, onDone }: DocumentsStepProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const [isChecked, setIsChecked] = useState(false);

  // Photos that are no document yet would be left behind without a word.
  const pending = slots.filter(({ id }) => uploads.photos.all.some(({ slot }) => slot === id));
  // Nor does anybody know from here what lies on another device.
  const absent = slots.filter(({ id }) => elsewhere.documents.some(({ slot }) => slot === id));
  const faults = new Map([
    ...missing.map((slot) => [slot, t("wizard.documents.missing", { slot: slot.label })] as const),
    ...absent.map((slot) => [slot, t("wizard.documents.elsewhere")] as const),
    ...pending.map((slot) => [slot, t("wizard.documents.photosPending")] as const),
  ]);
  const errors = isChecked ? Object.fromEntries([...faults].map(([{ id }, text]) => [id, text])) : {};

  const goOn = () => {
    setIsChecked(true);
    const [first] = faults;
    if (!first) {
      onDone(false);
      return;
    }
    const [{ id }, text] = first;
    announce(text, "assertive");
    document.querySelector<HTMLElement>(`[data-slot="${id}"] button`)?.focus();
  };

  return (
    <StepFrame
      step={step}
      hasError={isChecked && faults.size > 0}
      lead={t("wizard.documents.lead")}
      onSubmit={goOn}
      action={
        <>
          <Button type="submit" icon={<ArrowIcon className="size-5" />}>
            {t("wizard.next")}
          </Button>
          {/* Nobody is kept from sending in time because one paper is still on its way to them. */}
          {isChecked && missing.length + absent.length > 0 && pending.length === 0 && (
            <Button variant="secondary" onClick={() => onDone(true)}>
              {t("wizard.documents.goOnWithout")}
            </Button>
          )}
        </>
      }
    >
      <DocumentSlots slots={slots} uploads={uploads} elsewhere={elsewhere} errors={errors} />
    </StepFrame>
  );
}
