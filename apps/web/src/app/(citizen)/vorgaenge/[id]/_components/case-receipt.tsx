import { type ReactNode, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { Fingerprint } from "../../../../../components/fingerprint.tsx";
import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import { ReceiptCode } from "../../../../../components/receipt-code.tsx";
import type { CaseAnswer } from "../../../../../crypto/wire-types.ts";
import { useI18n } from "../../../../../i18n/client.tsx";
import type { Conversation } from "../../../../../lib/cases/read-conversation.ts";
import { formatDate, formatTime } from "../../../../../lib/format.ts";
import { problemOf } from "../../../../../lib/problem.ts";
import { receiptFile } from "../../../../../lib/receipts/receipt-file.ts";
import { receiptPdf } from "../../../../../lib/receipts/receipt-pdf.ts";
import type { StoredReceipt } from "../../../../../lib/receipts/read-receipt.ts";
import { saveBlob } from "../../../../../lib/save-blob.ts";
import { Button } from "../../../../../ui/button.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { DescriptionList } from "../../../../../ui/description-list.tsx";
import { ReceiptIcon } from "../../../../../ui/icons.tsx";
import { useCheckedReceipt } from "./use-checked-receipt.ts";

type CaseReceiptProps = { opened: CaseAnswer; receipt: StoredReceipt; conversation: Conversation | undefined };

/** A tick, a time and a number only out of the verified receipt; until then, and otherwise, words. */
export function CaseReceipt(props: CaseReceiptProps) {
  const { t, locale } = useI18n();
  const { data, error, refetch, isFetching } = useCheckedReceipt(props);
  const problem = error && problemOf(error);
  const { isAlone, printAlone } = usePrintAlone();

  // What was proven stays so when the next look finds no connection; a proof that fails takes it back.
  if (problem && (!data || problem.kind === "keys")) {
    return (
      <Frame>
        <ProblemAlert problem={problem} onRetry={() => void refetch()} />
      </Frame>
    );
  }
  if (!data) {
    return (
      <Frame>
        <Card>
          <p className="text-muted">{t(isFetching ? "case.receiptChecking" : "case.receiptUnchecked")}</p>
        </Card>
      </Frame>
    );
  }
  const { reference, receivedAt, count, authority, fingerprint, link } = data;
  const saveFile = () => saveBlob(receiptFile(props.receipt, data), t("case.receiptFile", { reference }));
  const savePdf = () =>
    saveBlob(
      receiptPdf(data, { t, locale }, { origin: location.origin, now: new Date() }),
      t("receiptPdf.file", { reference }),
    );
  return (
    <Frame isAlone={isAlone}>
      <Card>
        <p className="flex gap-3">
          <ReceiptIcon className="mt-0.5 size-6 text-success" />
          <span>
            {t("case.receivedAt")}:{" "}
            {t("case.moment", { date: formatDate(receivedAt, locale), time: formatTime(receivedAt, locale) })}
          </span>
        </p>
        <p className="mt-2">{t("case.receiptProven", { count, reference })}</p>
        <p className="mt-2 text-muted text-sm">{t("case.receiptText")}</p>
        <div className="mt-4">
          <DescriptionList
            items={[
              { term: t("receiptCheck.authority"), value: authority },
              { term: t("receiptCheck.fingerprint"), value: <Fingerprint>{fingerprint}</Fingerprint> },
            ]}
          />
        </div>
        <div className="mt-4">
          <ReceiptCode link={link} />
        </div>
        <div data-print="no" className="mt-4 flex flex-wrap gap-3">
          <Button variant="secondary" onClick={savePdf}>
            {t("receiptPdf.save")}
          </Button>
          <Button variant="secondary" onClick={saveFile}>
            {t("case.receiptSave")}
          </Button>
          <Button variant="secondary" onClick={printAlone}>
            {t("receiptCode.print")}
          </Button>
        </div>
      </Card>
    </Frame>
  );
}

/** The page around the receipt has decrypted messages in it: they must not come out of the printer with it. */
function usePrintAlone() {
  const [isAlone, setIsAlone] = useState(false);
  useEffect(() => {
    const end = () => setIsAlone(false);
    addEventListener("afterprint", end);
    return () => removeEventListener("afterprint", end);
  }, []);
  const printAlone = () => {
    // Drawn before the printer looks at the page.
    flushSync(() => setIsAlone(true));
    globalThis.print();
  };
  return { isAlone, printAlone };
}

function Frame({ isAlone = false, children }: { isAlone?: boolean; children: ReactNode }) {
  const { t } = useI18n();
  return (
    <section data-print={isAlone ? "only" : undefined}>
      <h2 className="mb-4 text-xl">{t("case.receipt")}</h2>
      {children}
    </section>
  );
}
