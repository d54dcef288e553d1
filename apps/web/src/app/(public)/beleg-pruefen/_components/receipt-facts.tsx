import { Fingerprint } from "../../../../components/fingerprint.tsx";
import { Reference } from "../../../../components/reference.tsx";
import { useI18n } from "../../../../i18n/client.tsx";
import { formatBytes, formatDate, formatTime } from "../../../../lib/format.ts";
import type { CheckedReceipt } from "../../../../lib/receipts/check-receipt.ts";
import { Alert } from "../../../../ui/alert.tsx";
import { DescriptionList } from "../../../../ui/description-list.tsx";

/** Exists only after the receipt was proven, at least in itself. The number of the authority is the one thing that only a person can compare. */
export function ReceiptFacts({ receipt }: { receipt: CheckedReceipt }) {
  const { t, locale } = useI18n();
  const { receivedAt, documents, messages, bytes, contents } = receipt;
  const moment = { date: formatDate(receivedAt, locale), time: formatTime(receivedAt, locale) };
  return (
    <div className="grid gap-6">
      {receipt.isCompared ? (
        <Alert tone="success" title={t("receiptCheck.provenTitle")}>
          <p>{t("receiptCheck.provenText")}</p>
        </Alert>
      ) : (
        <Alert tone="info" title={t("receiptCheck.consistentTitle")}>
          <p>{t("receiptCheck.consistentText")}</p>
        </Alert>
      )}
      <DescriptionList
        items={[
          { term: t("receiptCheck.reference"), value: <Reference>{receipt.reference}</Reference> },
          { term: t("receiptCheck.receivedAt"), value: t("receiptCheck.moment", moment) },
          { term: t("receiptCheck.parts"), value: t("receiptCheck.partsText", { documents, messages }) },
          { term: t("receiptCheck.size"), value: formatBytes(bytes, locale) },
          {
            term: t("receiptCheck.contents"),
            value: <span className="break-words font-mono text-sm">{contents.match(/.{8}/g)?.join(" ")}</span>,
          },
          { term: t("receiptCheck.authority"), value: receipt.authorityName },
          { term: t("receiptCheck.fingerprint"), value: <Fingerprint>{receipt.fingerprint}</Fingerprint> },
        ]}
      />
    </div>
  );
}
