import { type Answers, maxLengthOf, type Question } from "@dvd/domain/form/definition";
import type { Fault } from "@dvd/domain/form/validate";
import { useI18n } from "../../i18n/client.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Field } from "../../ui/field.tsx";
import { FieldGroup } from "../../ui/field-group.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { TextArea, TextInput } from "../../ui/text-input.tsx";
import { versions } from "../services/service.ts";
import { AddressField, DateField, NameField } from "./parts-field.tsx";
import { Place } from "./place.tsx";
import { useFaultText } from "./use-fault-text.ts";

export type QuestionFieldProps = {
  question: Question;
  answers: Answers;
  fault: Fault | undefined;
  onAnswer: (field: string, value: string) => void;
};

/** One question as controls. No control has a name: an early submit must have nothing to send. */
export function QuestionField({ question, answers, fault, onAnswer }: QuestionFieldProps) {
  const { t, locale } = useI18n();
  const faultText = useFaultText();
  const version = versions[locale];
  const { id, label, hint, isOptional } = question;
  const title = isOptional ? t("form.optional", { question: label[version] }) : label[version];
  const error = fault && faultText(fault);
  const texts = { hint: hint?.[version], error };
  const value = answers[id] ?? "";
  const parts = { question, title, ...texts, fault, answers, onAnswer };

  switch (question.type) {
    case "yes-no":
      return (
        <Place of={id}>
          <RadioGroup
            legend={title}
            {...texts}
            options={(["yes", "no"] as const).map((option) => ({ value: option, label: t(`form.${option}`) }))}
            value={value === "yes" || value === "no" ? value : null}
            onChange={(option) => onAnswer(id, option)}
          />
        </Place>
      );
    case "choice":
      return (
        <Place of={id}>
          <RadioGroup
            legend={title}
            {...texts}
            options={question.options.map((option) => ({
              value: option.id,
              label: option.label[version],
              hint: option.hint?.[version],
            }))}
            value={value || null}
            onChange={(option) => onAnswer(id, option)}
          />
        </Place>
      );
    case "several":
      return (
        <FieldGroup legend={title} {...texts}>
          <div className="grid gap-3">
            {question.options.map((option) => (
              <Place key={option.id} of={`${id}.${option.id}`}>
                <Checkbox
                  label={option.label[version]}
                  hint={option.hint?.[version]}
                  checked={answers[`${id}.${option.id}`] === "yes"}
                  onChange={(checked) => onAnswer(`${id}.${option.id}`, checked ? "yes" : "")}
                />
              </Place>
            ))}
          </div>
        </FieldGroup>
      );
    case "date":
      return <DateField {...parts} question={question} />;
    case "name":
      return <NameField {...parts} />;
    case "address":
      return <AddressField {...parts} />;
    case "long-text":
      return (
        <Place of={id}>
          <Field label={title} {...texts}>
            {(control) => (
              <TextArea
                {...control}
                rows={7}
                autoComplete="off"
                value={value}
                onChange={(event) => onAnswer(id, event.target.value)}
              />
            )}
          </Field>
        </Place>
      );
    case "short-text":
    case "number":
    case "amount":
    case "email":
    case "phone":
    case "iban":
    default:
      return (
        <Place of={id}>
          <Field label={title} {...texts}>
            {(control) => (
              <TextInput
                {...control}
                {...kindOf(question)}
                value={value}
                onChange={(event) => onAnswer(id, event.target.value)}
              />
            )}
          </Field>
        </Place>
      );
  }
}

type TypedKind = "short-text" | "number" | "amount" | "email" | "phone" | "iban";

/** Text, not the browser's own number field: that one loses what it cannot read, and turns with the wheel. */
function kindOf(question: Question) {
  const kinds = {
    "short-text": { autoComplete: "off" },
    number: { inputMode: "numeric", autoComplete: "off", className: "max-w-40" },
    amount: { inputMode: "decimal", autoComplete: "off", className: "max-w-52" },
    email: { type: "email", inputMode: "email", autoComplete: "email" },
    phone: { type: "tel", autoComplete: "tel" },
    iban: { autoComplete: "off", autoCapitalize: "characters", spellCheck: false },
  } as const satisfies Record<TypedKind, object>;
  const isTyped = (type: Question["type"]): type is keyof typeof kinds => type in kinds;
  const kind = isTyped(question.type) ? kinds[question.type] : {};
  const own = question.type === "short-text" && question.autocomplete ? { autoComplete: question.autocomplete } : {};
  return { ...kind, ...own, maxLength: 2 * maxLengthOf(question) };
}
