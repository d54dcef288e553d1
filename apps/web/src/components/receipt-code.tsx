"use client";

import { useI18n } from "../i18n/client.tsx";
import { receiptUrl } from "../lib/receipts/receipt-pdf.ts";
import { LinkButton } from "../ui/link-button.tsx";
import { QrCode } from "../ui/qr-code.tsx";
import { largestQrCode } from "../ui/qr-squares.ts";

/** The receipt as a code for paper, and as a link for the screen. The data stands behind `#`, which no browser sends. */
export function ReceiptCode({ link }: { link: string | null }) {
  const { t } = useI18n();
  const url = link && receiptUrl(link, location.origin);
  if (!url || url.length > largestQrCode.capacity)
    return <p className="text-muted text-sm">{t("receiptCode.tooLong")}</p>;
  return (
    <div className="@container">
      <div className="grid gap-4 @lg:grid-cols-[auto_1fr] print:grid-cols-[auto_1fr]">
        <QrCode
          text={url}
          title={t("receiptCode.title")}
          description={t("receiptCode.description")}
          className="h-auto w-full max-w-72 print:size-[60mm] print:max-w-none"
        />
        <div className="max-w-prose">
          <p className="text-muted text-sm">{t("receiptCode.text")}</p>
          <div data-print="no" className="mt-3">
            <LinkButton href={url} target="_blank" variant="secondary">
              {t("receiptCode.check")}
            </LinkButton>
          </div>
        </div>
      </div>
    </div>
  );
}
