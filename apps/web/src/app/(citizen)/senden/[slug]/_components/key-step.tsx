import { useRef, useState } from "react";
import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import type { useNewKey } from "../../../../../lib/sending/use-new-key.ts";
import { Button } from "../../../../../ui/button.tsx";
import { Checkbox } from "../../../../../ui/checkbox.tsx";
import { LockIcon } from "../../../../../ui/icons.tsx";
import { useAnnounce } from "../../../../../ui/live-region.tsx";
import { Skeleton } from "../../../../../ui/skeleton.tsx";
import { StateView } from "../../../../../ui/state-view.tsx";
import { RecoveryKey } from "../../../../../components/keys/recovery-key.tsx";
import { type Step, StepFrame } from "./step-frame.tsx";

type KeyStepProps = { step: Step; newKey: ReturnType<typeof useNewKey>; onDone: () => void };

/** The one moment in which this key can be seen. Without it the account would be lost together with the device. */
export function KeyStep({ step, newKey: { recoveryKey, problem, retry }, onDone }: KeyStepProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const [isConfirmed, setIsConfirmed] = useState(false);
  const [error, setError] = useState<string>();
  const confirm = useRef<HTMLDivElement>(null);

  const send = () => {
    if (isConfirmed && recoveryKey) {
      onDone();
      return;
    }
    setError(t("wizard.key.confirmMissing"));
    announce(t("wizard.key.confirmMissing"), "assertive");
    confirm.current?.querySelector("input")?.focus();
  };

  return (
    <StepFrame
      step={step}
      hasError={error !== undefined}
      lead={t("wizard.key.lead")}
      onSubmit={send}
      action={
        <Button type="submit" icon={<LockIcon className="size-6" />}>
          {t("wizard.check.send")}
        </Button>
      }
    >
      {problem && <ProblemAlert problem={problem} onRetry={retry} />}
      {recoveryKey ? (
        <RecoveryKey recoveryKey={recoveryKey} />
      ) : (
        !problem && (
          <StateView
            state={{ is: "loading", text: t("wizard.key.making"), skeleton: <Skeleton className="h-56 w-full" /> }}
          />
        )
      )}
      <div ref={confirm} data-print="no">
        <Checkbox
          label={t("wizard.key.confirm")}
          hint={t("wizard.key.confirmHint")}
          error={error}
          checked={isConfirmed}
          onChange={(checked) => {
            setIsConfirmed(checked);
            if (checked) setError(undefined);
          }}
        />
      </div>
    </StepFrame>
  );
}
