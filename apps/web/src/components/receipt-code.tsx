"use client";

import { useI18n } from "../i18n/client.tsx";
import { codeOf } from "../lib/receipts/receipt-pdf.ts";
import { classNames } from "../ui/class-names.ts";
import { LinkButton } from "../ui/link-button.tsx";
import { QrCode } from "../ui/qr-code.tsx";

/** On paper both have squares of half a millimetre; on a screen there is the link. */
const usualCode = "max-w-72 print:size-[60mm]";
const largeCode = "max-w-108 print:size-[92mm]";

/** The receipt as a code for paper, and as a link for the screen. The data stands behind `#`, which no browser sends. */
export function ReceiptCode({ link }: { link: string | null }) {
  const { t } = useI18n();
  const code = codeOf(link, location.origin);
  if (!code) return <p className="text-muted text-sm">{t("receiptCode.tooLong")}</p>;
  return (
    <div className="@container">
      <div className="grid gap-4 @lg:grid-cols-[auto_1fr] print:grid-cols-[auto_1fr]">
        <QrCode
          text={code.url}
          title={t("receiptCode.title")}
          description={t("receiptCode.description")}
          className={classNames("h-auto w-full print:max-w-none", code.isLarge ? largeCode : usualCode)}
        />
        <div className="max-w-prose">
          <p className="text-muted text-sm">{t("receiptCode.text")}</p>
          <div data-print="no" className="mt-3">
            <LinkButton href={code.url} target="_blank" variant="secondary">
              {t("receiptCode.check")}
            </LinkButton>
          </div>
        </div>
      </div>
    </div>
  );
}
