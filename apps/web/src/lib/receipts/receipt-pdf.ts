import { qrKindOf, qrSquares } from "../../ui/qr-squares.ts";
import type { Translate } from "../../i18n/index.ts";
import type { BrowserTextKey } from "../../i18n/index.ts";
import type { Locale } from "../../i18n/locales.ts";
import { formatDate, formatTime, languageOf } from "../format.ts";
import { paths } from "../paths.ts";
import { type Block, writePdf } from "../pdf/write-pdf.ts";
import type { ProvenReceipt } from "./read-receipt.ts";

type Language = { t: Translate<BrowserTextKey>; locale: Locale };
type OnPaper = Pick<ProvenReceipt, "reference" | "receivedAt" | "count" | "authority" | "fingerprint" | "link">;

/** Where anybody checks a receipt; the data stands behind `#`, which no browser sends. */
const receiptUrl = (link: string, origin: string) => `${origin}${paths.checkReceipt}#${link}`;

/** The address that goes into a code. Null for a receipt that names more than a code can hold: its file proves it. */
export function codeOf(link: string | null, origin: string) {
  const url = link === null ? null : receiptUrl(link, origin);
  const kind = url === null ? null : qrKindOf(url);
  return url === null || kind === null ? null : { url, isLarge: kind.isLarge };
}

/** The receipt on paper. One that no code holds says so, and that its file has to be kept beside it. */
export function receiptPdf(
  { reference, receivedAt, count, authority, fingerprint, link }: OnPaper,
  { t, locale }: Language,
  { origin, now }: { origin: string; now: Date },
): Blob {
  const moment = t("case.moment", { date: formatDate(receivedAt, locale), time: formatTime(receivedAt, locale) });
  const address = `${origin}${paths.checkReceipt}`;
  const code = codeOf(link, origin);
  const proof: Block[] = code
    ? [
        { is: "text", text: t("receiptPdf.check", { address }) },
        { is: "code", squares: qrSquares(code.url), url: code.url, description: t("receiptPdf.code") },
        { is: "small", text: t("receiptCode.text") },
      ]
    : [{ is: "text", text: t("receiptPdf.withoutCode", { address }) }];
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
      ...proof,
    ],
  });
}
