"use client";

import { auditTypes } from "@dvd/domain/audit/events";
import { uuidPattern } from "@dvd/domain/ids";
import { type FormEvent, useState } from "react";
import { useI18n } from "../../../../../i18n/client.tsx";
import { type AuditFilter, endOfDay, startOfDay } from "../../../../../lib/audit/use-audit-log.ts";
import { Button } from "../../../../../ui/button.tsx";
import { Field } from "../../../../../ui/field.tsx";
import { Select } from "../../../../../ui/select.tsx";
import { TextInput } from "../../../../../ui/text-input.tsx";

type Typed = { type: string; from: string; to: string; actorId: string; caseId: string };
const nothing: Typed = { type: "", from: "", to: "", actorId: "", caseId: "" };

type AuditFilterFormProps = { filter: AuditFilter; onChange: (filter: AuditFilter) => void };

/** Narrows the list. It also shows what was chosen in a line of it, such as a person. */
export function AuditFilterForm({ filter, onChange }: AuditFilterFormProps) {
  const { t } = useI18n();
  const [typed, setTyped] = useState(nothing);
  const [isChecked, setIsChecked] = useState(false);
  // A choice made in the list replaces what stands in the field.
  const [known, setKnown] = useState(filter);
  if (known !== filter) {
    setKnown(filter);
    setTyped({ ...typed, actorId: filter.actorId ?? "", caseId: filter.caseId ?? "", type: filter.type ?? "" });
  }
  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const idError = (id: string) =>
    isChecked && id !== "" && !uuidPattern.test(id) ? t("audit.filter.noId") : undefined;

  const apply = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    const { actorId, caseId } = typed;
    if ([actorId, caseId].some((id) => id !== "" && !uuidPattern.test(id))) return;
    const type = auditTypes.find((one) => one === typed.type);
    onChange({
      ...(type && { type }),
      ...(typed.from && { since: startOfDay(typed.from) }),
      ...(typed.to && { until: endOfDay(typed.to) }),
      ...(actorId && { actorId }),
      ...(caseId && { caseId }),
    });
  };
  const reset = () => {
    setTyped(nothing);
    setIsChecked(false);
    onChange({});
  };

  return (
    <form onSubmit={apply} noValidate aria-label={t("audit.filter.name")} className="grid gap-5" data-print="no">
      <div className="grid items-start gap-5 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr]">
        <Field label={t("audit.filter.type")}>
          {(control) => (
            <Select {...control} value={typed.type} onChange={(event) => set({ type: event.target.value })}>
              <option value="">{t("audit.filter.allTypes")}</option>
              {auditTypes.map((type) => (
                <option key={type} value={type}>
                  {t(`audit.events.${type}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t("audit.filter.from")}>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              value={typed.from}
              onChange={(event) => set({ from: event.target.value })}
            />
          )}
        </Field>
        <Field label={t("audit.filter.to")}>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              value={typed.to}
              onChange={(event) => set({ to: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className="grid items-end gap-5 lg:grid-cols-2">
        <Field label={t("audit.filter.actor")} hint={t("audit.filter.actorHint")} error={idError(typed.actorId)}>
          {(control) => (
            <TextInput
              {...control}
              value={typed.actorId}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => set({ actorId: event.target.value.trim().toLowerCase() })}
            />
          )}
        </Field>
        <Field label={t("audit.filter.case")} hint={t("audit.filter.caseHint")} error={idError(typed.caseId)}>
          {(control) => (
            <TextInput
              {...control}
              value={typed.caseId}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => set({ caseId: event.target.value.trim().toLowerCase() })}
            />
          )}
        </Field>
      </div>
      <div className="flex flex-wrap gap-3">
        <Button type="submit">{t("audit.filter.apply")}</Button>
        <Button variant="secondary" onClick={reset}>
          {t("audit.filter.reset")}
        </Button>
      </div>
    </form>
  );
}
