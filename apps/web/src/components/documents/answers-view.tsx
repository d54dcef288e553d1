// oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- see AnswersView
import type { AnswersDocument } from "@dvd/domain/form/answers-document";
import { useI18n } from "../../i18n/client.tsx";

/**
 * A form as it was filled in. The questions come out of the document itself, in German where the person read another
 * language; they are what the person was shown, and so is every word of them content of a stranger. The roles are written
 * out because a table that is not laid out as one, as in a narrow column, loses them.
 */
export function AnswersView({ document: { form, language, questions } }: { document: AnswersDocument }) {
  const { t, locale } = useI18n();
  const rows = questions.map(({ id, german, ...own }) => ({ id, ...(locale === "en" ? own : (german ?? own)) }));
  return (
    <section aria-label={t("form.document.title")} className="@container grid gap-3">
      <table role="table" className="w-full border-line border-y text-left">
        <caption className="sr-only">{t("form.document.title")}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t("form.document.question")}</th>
            <th scope="col">{t("form.document.answer")}</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map(({ id, question, answer }) => (
            <tr key={id} role="row" className="grid py-2.5 @lg:table-row">
              <th scope="row" role="rowheader" className="align-top font-semibold @lg:w-2/5 @lg:py-2.5 @lg:pr-6">
                {question}
              </th>
              <td role="cell" className="whitespace-pre-wrap break-words align-top @lg:py-2.5">
                {answer}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-muted text-sm">
        {form.version === 0
          ? t("form.document.own")
          : t("form.document.version", { form: form.id, version: form.version })}
        {language !== "de" &&
          ` · ${t("form.document.otherLanguage", { language: t(`form.document.language.${language}`) })}`}
      </p>
    </section>
  );
}
