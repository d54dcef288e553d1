// oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- see SeenTable
import { getI18n } from "../../../../i18n/server.ts";

const rows = ["account", "matter", "documents", "drafts", "messages", "work", "access", "connection", "keys"] as const;

/**
 * A table on wide screens; on a phone each row becomes a small card that repeats the column names. The roles are written
 * out because a table that is not laid out as one loses them.
 */
export async function SeenTable() {
  const { t } = await getI18n();
  const sees = t("pages.serverSees.sees");
  const hidden = t("pages.serverSees.hidden");
  return (
    <table role="table" className="w-full border-collapse text-left max-sm:block lg:w-[min(60rem,calc(100vw-5rem))]">
      <caption className="sr-only">{t("pages.serverSees.caption")}</caption>
      <thead className="max-sm:sr-only">
        <tr className="border-action border-b-2">
          <th scope="col" className="w-[18%] py-3 pr-4">
            {t("pages.serverSees.about")}
          </th>
          <th scope="col" className="w-[41%] py-3 pr-6">
            {sees}
          </th>
          <th scope="col" className="py-3">
            {hidden}
          </th>
        </tr>
      </thead>
      <tbody className="max-sm:grid max-sm:gap-4">
        {rows.map((row) => (
          <tr
            key={row}
            role="row"
            className="border-line align-top max-sm:block max-sm:rounded-card max-sm:border max-sm:bg-raised max-sm:p-4 sm:border-b"
          >
            <th
              scope="row"
              role="rowheader"
              className="py-3 pr-4 font-semibold max-sm:block max-sm:py-0 max-sm:text-lg"
            >
              {t(`pages.serverSees.rows.${row}.about`)}
            </th>
            <Cell heading={sees} text={t(`pages.serverSees.rows.${row}.sees`)} />
            <Cell heading={hidden} text={t(`pages.serverSees.rows.${row}.hidden`)} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ heading, text }: { heading: string; text: string }) {
  return (
    <td role="cell" className="py-3 pr-6 max-sm:block max-sm:px-0 max-sm:pt-2 max-sm:pb-0">
      <span aria-hidden="true" className="block text-muted text-sm sm:hidden">
        {heading}
      </span>
      {text}
    </td>
  );
}
