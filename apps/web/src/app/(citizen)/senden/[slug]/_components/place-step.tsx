import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import { useProblemText } from "../../../../../components/use-problem-text.ts";
import { useI18n } from "../../../../../i18n/client.tsx";
import { useChosenPlace } from "../../../../../lib/place/chosen-place.ts";
import { problemOf } from "../../../../../lib/problem.ts";
import { type Draft, readPostalCode } from "../../../../../lib/sending/draft.ts";
import type { WherePlace } from "@dvd/domain/routing/place";
import { useTRPCClient } from "../../../../../lib/trpc/client.ts";
import { Button } from "../../../../../ui/button.tsx";
import { Field } from "../../../../../ui/field.tsx";
import { ArrowIcon } from "../../../../../ui/icons.tsx";
import { useAnnounce } from "../../../../../ui/live-region.tsx";
import { TextInput } from "../../../../../ui/text-input.tsx";
import { ReceiverCard } from "./receiver-card.tsx";
import { type Step, StepFrame } from "./step-frame.tsx";
import { WhichPlace } from "./which-place.tsx";

type PlaceStepProps = { step: Step; serviceKey: string; draft: Draft; onChange: (part: Partial<Draft>) => void };

/** Two facts reach the server, the matter and the postal code; they decide who is responsible. */
export function PlaceStep({ step, serviceKey, draft, onChange }: PlaceStepProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const problemText = useProblemText();
  const client = useTRPCClient();
  const chosen = useChosenPlace();
  const [changed, setTyped] = useState(draft.postalCode || null);
  // What was named on the way here, in the search or the questions before, is not asked for again.
  const typed = changed ?? chosen?.postalCode ?? "";
  const [error, setError] = useState<string>();
  // Stays after the choice, which keeps the focus and can be changed.
  const [shared, setShared] = useState<WherePlace | null>(null);
  const input = useRef<HTMLInputElement>(null);

  const search = useMutation({
    mutationFn: ({ postalCode, ars }: WherePlace) =>
      client.directory.findOffice.query({ serviceKey, postalCode, ...(ars && { ars }) }),
    onSuccess: (office, { postalCode }) => {
      onChange({ office, postalCode });
      announce(t("wizard.place.foundAnnounce", { unit: office.unit, authority: office.authority }));
    },
    onError: (cause, { postalCode }) => {
      const refused = problemOf(cause);
      if (refused.kind === "refused" && refused.code === "routing.place-needed") setShared({ postalCode, ars: null });
      announce(problemText(refused).text, "assertive");
    },
  });

  // An office that belongs to another place must not be on the screen, nor be taken along.
  const office = readPostalCode(typed) === draft.postalCode ? draft.office : null;

  const find = () => {
    const postalCode = readPostalCode(typed);
    setError(postalCode ? undefined : t("wizard.place.invalid"));
    if (postalCode) search.mutate({ postalCode, ars: chosen?.postalCode === postalCode ? chosen.ars : null });
    else {
      announce(t("wizard.place.invalid"), "assertive");
      input.current?.focus();
    }
  };
  const problem = search.error && problemOf(search.error);
  const needsPlace = problem?.kind === "refused" && problem.code === "routing.place-needed";

  return (
    <StepFrame
      step={step}
      hasError={error !== undefined}
      onSubmit={office ? step.goOn : find}
      action={
        <Button
          type="submit"
          icon={office && <ArrowIcon className="size-5" />}
          busy={search.isPending ? t("wizard.place.finding") : undefined}
        >
          {t(office ? "wizard.next" : "wizard.place.find")}
        </Button>
      }
    >
      <Field label={t("wizard.place.label")} hint={t("wizard.place.hint")} error={error}>
        {(control) => (
          <TextInput
            {...control}
            ref={input}
            inputMode="numeric"
            autoComplete="postal-code"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              search.reset();
            }}
            className="max-w-48"
          />
        )}
      </Field>
      {shared !== null && shared.postalCode === readPostalCode(typed) && (
        <WhichPlace
          postalCode={shared.postalCode}
          value={shared.ars}
          onPick={(ars) => {
            setShared({ ...shared, ars });
            search.mutate({ ...shared, ars });
          }}
        />
      )}
      {problem && !needsPlace && (
        <ProblemAlert problem={problem} onRetry={problem.kind === "unreachable" ? find : undefined} />
      )}
      {office ? (
        <ReceiverCard title={t("wizard.place.found")} office={office} />
      ) : (
        <p className="text-muted text-sm">{t("wizard.place.server")}</p>
      )}
    </StepFrame>
  );
}
