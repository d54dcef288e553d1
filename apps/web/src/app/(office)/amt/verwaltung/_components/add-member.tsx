"use client";

import { type FormEvent, useState } from "react";
import { useI18n } from "../../../../../i18n/client.tsx";
import type { Colleague, Member, UnitOverview } from "../../../../../lib/members/use-members.ts";
import { Button } from "../../../../../ui/button.tsx";
import { Field } from "../../../../../ui/field.tsx";
import { focusWhenShown } from "../../../../../ui/focus-when-shown.ts";
import { Select } from "../../../../../ui/select.tsx";
import { RoleField } from "./role-field.tsx";

type AddMemberProps = {
  unit: UnitOverview;
  /** Who is not in this unit yet. */
  people: readonly Colleague[];
  isBusy: boolean;
  onAdd: (person: Colleague, role: Member["role"]) => void;
  onCancel: () => void;
};

export function AddMember({ unit, people, isBusy, onAdd, onCancel }: AddMemberProps) {
  const { t } = useI18n();
  const [chosen, setChosen] = useState("");
  const [role, setRole] = useState<Member["role"]>("official");
  const [isChecked, setIsChecked] = useState(false);
  const person = people.find(({ officialId }) => officialId === chosen);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (person && !isBusy) onAdd(person, role);
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      <h3 ref={focusWhenShown} tabIndex={-1} className="font-semibold text-lg">
        {t("members.add.to", { unit: unit.name })}
      </h3>
      {people.length === 0 ? (
        <p>{t("members.add.nobodyLeft")}</p>
      ) : (
        <div className="grid max-w-[44rem] items-start gap-5 sm:grid-cols-2">
          <Field label={t("members.add.who")} error={isChecked && !person ? t("members.add.missing") : undefined}>
            {(control) => (
              <Select {...control} value={chosen} onChange={(event) => setChosen(event.target.value)}>
                <option value="">{t("members.add.choose")}</option>
                {people.map(({ officialId, postSign }) => (
                  <option key={officialId} value={officialId}>
                    {postSign}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <RoleField value={role} onChange={setRole} />
        </div>
      )}
      <p className="max-w-prose text-muted">{t("members.add.note")}</p>
      <div className="flex flex-wrap gap-3">
        {people.length > 0 && (
          <Button type="submit" busy={isBusy ? t("members.add.busy") : undefined}>
            {t("members.add.submit")}
          </Button>
        )}
        <Button variant="secondary" onClick={onCancel}>
          {t("common.cancel")}
        </Button>
      </div>
    </form>
  );
}
