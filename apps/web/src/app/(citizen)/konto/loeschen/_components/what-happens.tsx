import { useI18n } from "../../../../../i18n/client.tsx";

const rows = ["login", "keys", "drafts", "sessions", "device", "sent", "publicKeys", "audit", "log", "backup"] as const;

/** The honest table: what goes, what stays, with whom, and why. */
export function WhatHappens() {
  const { t } = useI18n();
  return (
    <table className="w-full border-line border-y text-left">
      <caption className="sr-only">{t("deleteAccount.tableTitle")}</caption>
      <thead className="max-sm:sr-only">
        <tr className="border-line border-b">
          <th scope="col" className="py-2.5 pr-6 text-muted text-sm">
            {t("deleteAccount.what")}
          </th>
          <th scope="col" className="py-2.5 text-muted text-sm">
            {t("deleteAccount.when")}
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {rows.map((row) => (
          <tr key={row} className="max-sm:grid max-sm:gap-1 max-sm:py-3">
            <th scope="row" className="align-top font-semibold sm:w-2/5 sm:py-3 sm:pr-6">
              {t(`deleteAccount.rows.${row}.what`)}
            </th>
            <td className="align-top sm:py-3">{t(`deleteAccount.rows.${row}.when`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
