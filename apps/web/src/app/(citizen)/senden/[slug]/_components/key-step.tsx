import { NewKeyKept, useKeptKey } from "../../../../../components/keys/new-key-kept.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import type { useNewKey } from "../../../../../lib/keys/use-new-key.ts";
import { Button } from "../../../../../ui/button.tsx";
import { LockIcon } from "../../../../../ui/icons.tsx";
import { type Step, StepFrame } from "./step-frame.tsx";

type KeyStepProps = { step: Step; newKey: ReturnType<typeof useNewKey>; onDone: () => void };

/** Without this key the account would be lost together with the device. */
export function KeyStep({ step, newKey: { recoveryKey, problem, retry }, onDone }: KeyStepProps) {
  const { t } = useI18n();
  const kept = useKeptKey();
  return (
    <StepFrame
      step={step}
      hasError={kept.error !== undefined}
      lead={t("wizard.key.lead")}
      onSubmit={() => {
        if (kept.demand() && recoveryKey) onDone();
      }}
      action={
        <Button type="submit" icon={<LockIcon className="size-6" />}>
          {t("wizard.check.send")}
        </Button>
      }
    >
      <NewKeyKept
        recoveryKey={recoveryKey}
        problem={problem}
        onRetry={retry}
        making={t("wizard.key.making")}
        kept={kept}
      />
    </StepFrame>
  );
}
