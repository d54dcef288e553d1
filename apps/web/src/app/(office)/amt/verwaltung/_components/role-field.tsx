import { unitRoles } from "@dvd/domain/actor";
import { useI18n } from "../../../../../i18n/client.tsx";
import type { Member } from "../../../../../lib/members/use-members.ts";
import { Field } from "../../../../../ui/field.tsx";
import { Select } from "../../../../../ui/select.tsx";

type RoleFieldProps = { hint?: string; value: Member["role"]; onChange: (role: Member["role"]) => void };

export function RoleField({ hint, value, onChange }: RoleFieldProps) {
  const { t } = useI18n();
  return (
    <Field label={t("members.add.role")} hint={hint}>
      {(control) => (
        <Select
          {...control}
          value={value}
          onChange={(event) => onChange(unitRoles.find((one) => one === event.target.value) ?? "official")}
        >
          {unitRoles.map((one) => (
            <option key={one} value={one}>
              {t(`members.roles.${one}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
