import { qrSquares, largestQrCode } from "../../ui/qr-squares.ts";
import type { Translate } from "../../i18n/index.ts";
import type { BrowserTextKey } from "../../i18n/index.ts";
import type { Locale } from "../../i18n/locales.ts";
import { formatDate, formatTime, languageOf } from "../format.ts";
import { paths } from "../paths.ts";
import { writePdf } from "../pdf/write-pdf.ts";
import type { ProvenReceipt } from "./read-receipt.ts";

type Language = { t: Translate<BrowserTextKey>; locale: Locale };

/** Where anybody checks a receipt; the data stands behind `#`, which no browser sends. */
export const receiptUrl = (link: string, origin: string) => `${origin}${paths.checkReceipt}#${link}`;

/** The receipt on paper. Null for one that names too much for a code: without the code it would prove nothing. */
export function receiptPdf(
  { reference, receivedAt, count, authority, fingerprint, link }: ProvenReceipt,
  { t, locale }: Language,
  { origin, now }: { origin: string; now: Date },
): Blob | null {
  const url = link && receiptUrl(link, origin);
  if (!url || url.length > largestQrCode.capacity) return null;
  const moment = t("case.moment", { date: formatDate(receivedAt, locale), time: formatTime(receivedAt, locale) });
  return writePdf({
    title: t("receiptPdf.title", { reference }),
    language: languageOf(locale),
    createdAt: now,
    blocks: [
      { is: "heading", text: t("case.receipt") },
      { is: "text", text: t("receiptPdf.lead", { count }) },
      { is: "fact", term: t("receiptPdf.reference"), text: reference },
      { is: "fact", term: t("case.receivedAt"), text: moment },
      { is: "fact", term: t("receiptCheck.authority"), text: authority },
      { is: "fact", term: t("receiptCheck.fingerprint"), text: fingerprint },
      { is: "text", text: t("receiptPdf.check", { address: `${origin}${paths.checkReceipt}` }) },
      { is: "code", squares: qrSquares(url), url, description: t("receiptPdf.code") },
      { is: "small", text: t("receiptCode.text") },
    ],
  });
}
