"use client";

import { useId } from "react";
import { encode } from "uqr";
import { useI18n } from "../i18n/client.tsx";
import { paths } from "../lib/paths.ts";
import { LinkButton } from "../ui/link-button.tsx";

/** 117 modules a side: at 60 millimetres a phone still reads it. In bytes, at error level M. */
const largest = { version: 25, capacity: 997 };
const quietZone = 4;

/** The receipt as a code for paper, and as a link for the screen. The data stands behind `#`, which no browser sends. */
export function ReceiptCode({ link }: { link: string | null }) {
  const { t } = useI18n();
  const url = link && `${location.origin}${paths.checkReceipt}#${link}`;
  if (!url || url.length > largest.capacity) return <p className="text-muted text-sm">{t("receiptCode.tooLong")}</p>;
  return (
    <div className="@container">
      <div className="grid gap-4 @lg:grid-cols-[auto_1fr] print:grid-cols-[auto_1fr]">
        <QrPicture text={url} title={t("receiptCode.title")} description={t("receiptCode.description")} />
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

/** Always black on white with its margin, also in the dark: a camera wants it so. */
function QrPicture({ text, title, description }: { text: string; title: string; description: string }) {
  const id = useId();
  const { data, size } = encode(text, { ecc: "M", boostEcc: false, border: 0, maxVersion: largest.version });
  const side = size + 2 * quietZone;
  const dark = data
    .map((row, y) =>
      darkRuns(row)
        .map(({ start, length }) => bar(start, y, length))
        .join(""),
    )
    .join("");
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
      viewBox={`${-quietZone} ${-quietZone} ${side} ${side}`}
      shapeRendering="crispEdges"
      className="h-auto w-full max-w-72 print:size-[60mm] print:max-w-none"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      <rect x={-quietZone} y={-quietZone} width={side} height={side} fill="#ffffff" />
      <path d={dark} fill="#000000" />
    </svg>
  );
}

const bar = (x: number, y: number, length: number) => `M${x} ${y}h${length}v1h-${length}z`;

/** Neighbours as one bar: drawn one by one, a coarse printer leaves gaps between them. */
const darkRuns = (row: readonly boolean[]) =>
  [...row.map(Number).join("").matchAll(/1+/g)].map(({ 0: run, index: start }) => ({ start, length: run.length }));
