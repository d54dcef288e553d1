"use client";

import { Fingerprint } from "../../../../../../components/fingerprint.tsx";
import { useI18n } from "../../../../../../i18n/client.tsx";
import type { OpenedCase } from "../../../../../../lib/cases/open-case.ts";
import type { Waiting } from "../../../../../../lib/copies/open-own-case.ts";
import { useDateText } from "../../../../../../lib/use-date-text.ts";
import { Alert } from "../../../../../../ui/alert.tsx";
import { Card } from "../../../../../../ui/card.tsx";
import { GrantCopyForm } from "./grant-copy-form.tsx";
import { RefuseCopyForm } from "./refuse-copy-form.tsx";

/** Somebody asks to read this case under new keys. What the server says about it is shown only as far as it is proven. */
export function CopyCard({ opened }: { opened: OpenedCase }) {
  const { t } = useI18n();
  const date = useDateText();
  const { copy, summary } = opened;
  if (!isAsked(opened) || !copy) return null;
  const { state, requestedAt, decidedAt } = opened.copies.request;

  if (copy.isObjected || state === "OBJECTED") {
    return (
      <Alert tone="danger" title={t("copies.office.objectedTitle")}>
        {t(copy.isObjected ? "copies.office.objectedProven" : "copies.office.objectedUnproven")}
      </Alert>
    );
  }
  if (state !== "OPEN" || !summary.may.grantCopy) {
    const text = state === "REFUSED" ? "copies.office.wasRefused" : "copies.office.wasGranted";
    return <p className="text-muted">{t(text, { date: date.moment(decidedAt ?? requestedAt) })}</p>;
  }
  return (
    <Card className="grid gap-6 border-l-4 border-l-warning">
      <section aria-label={t("copies.office.title")} className="grid gap-6">
        <div>
          <h2 className="text-xl">{t("copies.office.title")}</h2>
          <p className="mt-2 max-w-prose">{t("copies.office.text", { date: date.moment(requestedAt) })}</p>
        </div>
        <div>
          <h3 className="font-semibold">{t("copies.office.digits")}</h3>
          <div className="my-2 font-semibold text-xl">
            <Fingerprint>{copy.fingerprint}</Fingerprint>
          </div>
          <p className="max-w-prose text-muted text-sm">{t("copies.office.digitsHint")}</p>
        </div>
        {opened.maySpeak && (
          <>
            <GrantCopyForm waiting={opened} fingerprint={copy.fingerprint} />
            <RefuseCopyForm waiting={opened} />
          </>
        )}
      </section>
    </Card>
  );
}

const isAsked = (opened: OpenedCase): opened is OpenedCase & Waiting => opened.copies.request !== null;
