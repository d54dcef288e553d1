import { useRef, useState } from "react";
import { useI18n } from "../../i18n/client.tsx";
import type { Problem } from "../../lib/problem.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { StateView } from "../../ui/state-view.tsx";
import { ProblemAlert } from "../problem-alert.tsx";
import { RecoveryKey } from "./recovery-key.tsx";

type Promised = {
  isPromised: boolean;
  error: string | undefined;
  /** Where it is given. */
  place: (element: HTMLDivElement | null) => void;
  promise: (isPromised: boolean) => void;
};

/** The person's word that the key is somewhere safe. Without it nothing is made that only this key could open again. */
export function useKeptKey(): Promised & { demand: () => boolean } {
  const { t } = useI18n();
  const announce = useAnnounce();
  const [isPromised, setIsPromised] = useState(false);
  const [error, setError] = useState<string>();
  const place = useRef<HTMLDivElement>(null);

  return {
    isPromised,
    error,
    place(element) {
      place.current = element;
    },
    promise(given) {
      setIsPromised(given);
      if (given) setError(undefined);
    },
    /** Whether it was given; if not, it is asked for where it belongs. */
    demand() {
      if (isPromised) return true;
      setError(t("wizard.key.confirmMissing"));
      announce(t("wizard.key.confirmMissing"), "assertive");
      place.current?.querySelector("input")?.focus();
      return false;
    },
  };
}

type NewKeyProps = {
  recoveryKey: string | null;
  problem: Problem | null;
  onRetry: () => void;
  making: string;
  kept: Promised;
};

/** The one moment in which a new recovery key can be seen, and the promise to have kept it. */
export function NewKeyKept({ recoveryKey, problem, onRetry, making, kept }: NewKeyProps) {
  const { t } = useI18n();
  const { isPromised, error, place, promise } = kept;
  return (
    <>
      {problem && <ProblemAlert problem={problem} onRetry={onRetry} />}
      {recoveryKey && <RecoveryKey recoveryKey={recoveryKey} />}
      {!recoveryKey && !problem && (
        <StateView state={{ is: "loading", text: making, skeleton: <Skeleton className="h-56 w-full" /> }} />
      )}
      <div ref={place} data-print="no">
        <Checkbox
          label={t("wizard.key.confirm")}
          hint={t("wizard.key.confirmHint")}
          error={error}
          checked={isPromised}
          onChange={promise}
        />
      </div>
    </>
  );
}
