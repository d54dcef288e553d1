"use client";

import { longestUnitName, unitNamePattern } from "@dvd/domain/tenant/unit-name";
import { type FormEvent, type ReactNode, useState } from "react";
import { useI18n } from "../../../../../i18n/client.tsx";
import { Button } from "../../../../../ui/button.tsx";
import { Field } from "../../../../../ui/field.tsx";
import { focusWhenShown } from "../../../../../ui/focus-when-shown.ts";
import { TextInput } from "../../../../../ui/text-input.tsx";

type UnitNameFormProps = {
  title: string;
  note: string;
  name?: string;
  submit: string;
  /** What the button says while it is being done. */
  busy: string | undefined;
  trouble: ReactNode;
  onSubmit: (name: string) => void;
  onCancel: () => void;
};

/** What an office is called, for a new one and for one that is called something else from now on. */
export function UnitNameForm({ title, note, name = "", submit, busy, trouble, onSubmit, onCancel }: UnitNameFormProps) {
  const { t } = useI18n();
  const [typed, setTyped] = useState(name);
  const [isChecked, setIsChecked] = useState(false);
  const wanted = typed.trim().replaceAll(/\s+/g, " ");
  const isName = unitNamePattern.test(wanted);

  const decide = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (isName && !busy) onSubmit(wanted);
  };
  return (
    <form onSubmit={decide} noValidate className="grid gap-5">
      <h3 ref={focusWhenShown} tabIndex={-1} className="font-semibold text-lg">
        {title}
      </h3>
      <div className="max-w-[28rem]">
        <Field
          label={t("units.name")}
          hint={t("units.nameHint")}
          error={isChecked && !isName ? t("units.nameError") : undefined}
        >
          {(control) => (
            <TextInput
              {...control}
              value={typed}
              autoComplete="off"
              maxLength={longestUnitName}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
      </div>
      <p className="max-w-prose text-muted">{note}</p>
      {trouble}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={busy}>
          {submit}
        </Button>
        <Button variant="secondary" onClick={onCancel}>
          {t("common.cancel")}
        </Button>
      </div>
    </form>
  );
}
