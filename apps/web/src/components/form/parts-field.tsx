import { type Answers, partsOf, type Question } from "@dvd/domain/form/definition";
import type { Fault } from "@dvd/domain/form/validate";
import { useI18n } from "../../i18n/client.tsx";
import { Field } from "../../ui/field.tsx";
import { FieldGroup } from "../../ui/field-group.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import { Place } from "./place.tsx";

type PartsFieldProps = {
  question: Question;
  title: string;
  hint: string | undefined;
  error: string | undefined;
  fault: Fault | undefined;
  answers: Answers;
  onAnswer: (field: string, value: string) => void;
};

type Part = { name: string; className?: string; inputMode?: "numeric"; autoComplete?: string };
type PartName = (typeof partsOf)[keyof typeof partsOf][number];

function Parts({
  question,
  title,
  hint,
  error,
  fault,
  answers,
  onAnswer,
  parts,
  className,
}: PartsFieldProps & {
  parts: readonly (Part & { name: PartName })[];
  className: string;
}) {
  const { t } = useI18n();
  return (
    <FieldGroup legend={title} hint={hint} error={error}>
      <div className={className}>
        {parts.map(({ name, className, ...kind }) => {
          const field = `${question.id}.${name}`;
          return (
            <Place key={name} of={field} {...(className && { className })}>
              <Field label={t(`form.part.${name}`)}>
                {(control) => (
                  <TextInput
                    {...control}
                    {...kind}
                    aria-invalid={fault && (fault.field === field || question.type === "date") ? true : undefined}
                    value={answers[field] ?? ""}
                    onChange={(event) => onAnswer(field, event.target.value)}
                  />
                )}
              </Field>
            </Place>
          );
        })}
      </div>
    </FieldGroup>
  );
}

/** Three boxes to type in: a calendar is slow for a birthday and a riddle for many screen readers. */
export function DateField(props: PartsFieldProps & { question: Extract<Question, { type: "date" }> }) {
  const { t } = useI18n();
  const isBirthday = props.question.autocomplete === "bday";
  const parts = partsOf.date.map((name) => ({
    name,
    inputMode: "numeric" as const,
    autoComplete: isBirthday ? `bday-${name}` : "off",
    className: name === "year" ? "w-28" : "w-20",
  }));
  return <Parts {...props} hint={props.hint ?? t("form.dateHint")} parts={parts} className="flex flex-wrap gap-4" />;
}

export const NameField = (props: PartsFieldProps) => (
  <Parts
    {...props}
    className="grid gap-4"
    parts={[
      { name: "given", autoComplete: "given-name" },
      { name: "family", autoComplete: "family-name" },
    ]}
  />
);

export const AddressField = (props: PartsFieldProps) => (
  <Parts
    {...props}
    className="grid grid-cols-[8rem_minmax(0,1fr)] gap-4"
    parts={[
      { name: "street", autoComplete: "street-address", className: "col-span-2" },
      { name: "postalCode", autoComplete: "postal-code", inputMode: "numeric" },
      { name: "place", autoComplete: "address-level2" },
    ]}
  />
);
