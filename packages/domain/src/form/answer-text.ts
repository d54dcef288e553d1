import { type Answers, fieldsOf, type FormLanguage, type Question, valueOf } from "./definition.ts";
import { readAmount, readDate, readIban, readWholeNumber } from "./read-values.ts";

const yesNo = {
  de: { yes: "Ja", no: "Nein" },
  en: { yes: "Yes", no: "No" },
  simple: { yes: "Ja", no: "Nein" },
} as const;

/** An answer as somebody reads it, in the language in which it was asked. Empty when there is none. */
export function answerText(question: Question, answers: Answers, language: FormLanguage): string {
  const value = valueOf(answers, question.id);
  const parts = fieldsOf(question).map((field) => valueOf(answers, field));
  switch (question.type) {
    case "yes-no":
      return value === "yes" || value === "no" ? yesNo[language][value] : "";
    case "choice":
      return question.options.find(({ id }) => id === value)?.label[language] ?? "";
    case "several":
      return question.options
        .filter((_, place) => parts[place] === "yes")
        .map(({ label }) => label[language])
        .join(", ");
    case "date": {
      const [day = "", month = "", year = ""] = parts;
      return readDate(day, month, year)?.split("-").toReversed().join(".") ?? parts.filter(Boolean).join(".");
    }
    case "number":
      return readWholeNumber(value)?.toString() ?? value;
    case "amount": {
      const cents = readAmount(value);
      return cents === null ? value : euros(cents);
    }
    case "iban":
      return readIban(value) ?? value;
    case "name":
      return parts.filter(Boolean).join(" ");
    case "address": {
      const [street = "", postalCode = "", place = ""] = parts;
      return [street, [postalCode, place].filter(Boolean).join(" ")].filter(Boolean).join("\n");
    }
    case "short-text":
    case "long-text":
    case "email":
    case "phone":
    default:
      return value;
  }
}

/** Written as at the office, whatever the language: sums are compared with German papers. */
function euros(cents: number): string {
  const whole = String(Math.trunc(cents / 100)).replaceAll(/\B(?=(\d{3})+$)/g, ".");
  return `${whole},${String(cents % 100).padStart(2, "0")} €`;
}
