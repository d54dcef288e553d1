import { useEffect, useEffectEvent } from "react";
import { Fingerprint } from "../../../../../components/fingerprint.tsx";
import { CopyReference, Reference } from "../../../../../components/reference.tsx";
import { ReceiptCode } from "../../../../../components/receipt-code.tsx";
import { RouteButton } from "../../../../../components/route-link.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import { formatDate, formatTime } from "../../../../../lib/format.ts";
import { paths } from "../../../../../lib/paths.ts";
import type { Office } from "../../../../../lib/sending/draft.ts";
import type { Receipt } from "../../../../../lib/sending/shipment.ts";
import type { OwnChange } from "../../../../../lib/sending/own-changes.ts";
import { usePageTitle } from "../../../../../lib/use-page-title.ts";
import { Button } from "../../../../../ui/button.tsx";
import { DescriptionList } from "../../../../../ui/description-list.tsx";
import { ArrowIcon, ReceiptIcon, SuccessIcon } from "../../../../../ui/icons.tsx";
import { useAnnounce } from "../../../../../ui/live-region.tsx";
import { OnlyHere } from "./only-here.tsx";

type SentProps = {
  receipt: Receipt;
  office: Office;
  /** What stood here and was not sent, because another window was faster. */
  changes: readonly OwnChange[];
  onShown: () => void;
};

/**
 * Exists only after the device has proven the receipt: time, number, extent and authority are what it says. Of the unit it
 * names only the id, which was held against the chosen one; the unit's name is the one that was chosen.
 */
export function Sent({ receipt, office, changes, onShown }: SentProps) {
  const { t, locale } = useI18n();
  const announce = useAnnounce();
  const { reference, receivedAt, authority, count, caseId, fingerprint, link } = receipt;
  const moment = { date: formatDate(receivedAt, locale), time: formatTime(receivedAt, locale) };
  const title = t("wizard.sent.title", moment);
  usePageTitle(title);

  const onArrival = useEffectEvent(() => {
    announce(t("wizard.sent.announce", { reference }));
    onShown();
  });
  useEffect(() => onArrival(), []);

  return (
    <article>
      <header data-area className="rounded-card border-success border-l-4 bg-success-tint px-5 py-6 sm:px-8 sm:py-8">
        <SuccessIcon className="size-11 text-success" />
        <h1 tabIndex={-1} className="mt-3 text-2xl">
          {title}
        </h1>
        <p className="mt-3 max-w-prose">{t("wizard.sent.lead", { unit: office.unit })}</p>
        <p className="mt-5 text-sm">{t("wizard.sent.reference")}</p>
        <div className="flex flex-wrap items-center gap-x-3">
          <Reference className="font-semibold text-2xl tracking-wide">{reference}</Reference>
          <CopyReference>{reference}</CopyReference>
        </div>
      </header>
      <div className="mt-8 empty:hidden">
        <OnlyHere caseId={caseId} changes={changes} />
      </div>
      <div className="mt-10 grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
        <DescriptionList
          items={[
            { term: t("wizard.sent.receivedAt"), value: t("wizard.sent.moment", moment) },
            { term: t("wizard.sent.receiver"), value: `${office.unit}, ${authority}` },
            { term: t("wizard.sent.count"), value: t("wizard.sent.countText", { count }) },
            { term: t("wizard.sent.fingerprint"), value: <Fingerprint>{fingerprint}</Fingerprint> },
          ]}
        />
        {/* Not on paper: the code would not fit on the same sheet any more. */}
        <section data-print="no">
          <h2 className="text-xl">{t("wizard.sent.nextTitle")}</h2>
          <ul className="mt-3 grid list-disc gap-2 pl-5">
            <li>{t("wizard.sent.next1")}</li>
            <li>{t("wizard.sent.next2")}</li>
            <li>{t("wizard.sent.next3")}</li>
          </ul>
        </section>
      </div>
      <div className="mt-10">
        <ReceiptCode link={link} />
      </div>
      <div data-print="no" className="mt-10 flex flex-wrap gap-3">
        <RouteButton href={paths.case(caseId)} icon={<ArrowIcon className="size-5" />}>
          {t("wizard.sent.toCase")}
        </RouteButton>
        <Button variant="secondary" icon={<ReceiptIcon className="size-6" />} onClick={() => globalThis.print()}>
          {t("wizard.sent.print")}
        </Button>
      </div>
    </article>
  );
}
