"use client";

import { daysAfter, germanDay } from "@dvd/domain/case/due-date";
import { areDeputyDays, mostDeputyDays } from "@dvd/domain/tenant/deputyship";
import { type FormEvent, useState } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { type Candidate, type Naming, useCandidates } from "../../lib/deputies/use-deputies.ts";
import { problemOf } from "../../lib/problem.ts";
import { Alert } from "../../ui/alert.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { focusWhenShown } from "../../ui/focus-when-shown.ts";
import { Select } from "../../ui/select.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import { ProblemAlert } from "../problem-alert.tsx";

type NameDeputyFormProps = {
  isBusy: boolean;
  onName: (naming: Naming, postSign: string) => void;
  onCancel: () => void;
};

export function NameDeputyForm({ isBusy, onName, onCancel }: NameDeputyFormProps) {
  const { t } = useI18n();
  const candidates = useCandidates();
  const [now] = useState(() => new Date());
  const today = germanDay(now);
  const [deputyId, setDeputyId] = useState("");
  const [startsOn, setStartsOn] = useState(today);
  const [endsOn, setEndsOn] = useState("");
  const [isChecked, setIsChecked] = useState(false);
  const most = mostDeputyDays;
  const { near = [], others = [] } = candidates.data ?? {};
  const far = others.flatMap(({ colleagues }) => colleagues);
  const all = [...near, ...far];
  const deputy = all.find(({ officialId }) => officialId === deputyId);
  const isStartRight = areDeputyDays({ startsOn, endsOn: startsOn }, now);
  const areDaysRight = areDeputyDays({ startsOn, endsOn }, now);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (deputy && areDaysRight && !isBusy) onName({ deputyId, startsOn, endsOn }, deputy.postSign);
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      <h3 ref={focusWhenShown} tabIndex={-1} className="font-semibold text-lg">
        {t("deputies.name")}
      </h3>
      {candidates.error && (
        <ProblemAlert
          problem={problemOf(candidates.error)}
          onRetry={() => void candidates.refetch()}
          signInAs="official"
        />
      )}
      {candidates.isPending && <Skeleton className="h-24 w-full" />}
      {candidates.data && all.length === 0 && <p className="max-w-prose">{t("deputies.nobody")}</p>}
      {all.length > 0 && (
        <>
          <Field
            label={t("deputies.who")}
            hint={t("deputies.whoHint")}
            error={isChecked && !deputy ? t("deputies.whoMissing") : undefined}
          >
            {(control) => (
              <Select {...control} value={deputyId} onChange={({ target }) => setDeputyId(target.value)}>
                <option value="">{t("deputies.choose")}</option>
                {near.length > 0 && <CandidateGroup name={t("deputies.near")} people={near} />}
                {others.map(({ unitId, name, colleagues }) => (
                  <CandidateGroup key={unitId} name={name} people={colleagues} />
                ))}
              </Select>
            )}
          </Field>
          {deputy && far.includes(deputy) && <Alert tone="info">{t("deputies.farNote")}</Alert>}
          <div className="grid items-start gap-5 sm:grid-cols-2">
            <Field
              label={t("deputies.from")}
              error={isChecked && !isStartRight ? t("deputies.fromMissing") : undefined}
            >
              {(control) => (
                <TextInput
                  {...control}
                  type="date"
                  min={today}
                  value={startsOn}
                  onChange={({ target }) => setStartsOn(target.value)}
                />
              )}
            </Field>
            <Field
              label={t("deputies.until")}
              error={isChecked && isStartRight && !areDaysRight ? t("deputies.untilMissing", { most }) : undefined}
            >
              {(control) => (
                <TextInput
                  {...control}
                  type="date"
                  min={startsOn}
                  max={isStartRight ? daysAfter(startsOn, most - 1) : undefined}
                  value={endsOn}
                  onChange={({ target }) => setEndsOn(target.value)}
                />
              )}
            </Field>
          </div>
          <p className="text-muted text-sm">{t("deputies.daysHint", { most })}</p>
          <p className="max-w-prose text-muted">{t("deputies.note")}</p>
        </>
      )}
      <div className="flex flex-wrap gap-3">
        {all.length > 0 && (
          <Button type="submit" busy={isBusy ? t("deputies.busy") : undefined}>
            {t("deputies.submit")}
          </Button>
        )}
        <Button variant="secondary" onClick={onCancel}>
          {t("common.cancel")}
        </Button>
      </div>
    </form>
  );
}

function CandidateGroup({ name, people }: { name: string; people: readonly Candidate[] }) {
  return (
    <optgroup label={name}>
      {people.map(({ officialId, postSign }) => (
        <option key={officialId} value={officialId}>
          {postSign}
        </option>
      ))}
    </optgroup>
  );
}
