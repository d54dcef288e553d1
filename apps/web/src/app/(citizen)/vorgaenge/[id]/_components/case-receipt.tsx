import type { CaseAnswer } from "../../../../../crypto/wire-types.ts";
import { useI18n } from "../../../../../i18n/client.tsx";
import { formatDate, formatTime } from "../../../../../lib/format.ts";
import { saveBlob } from "../../../../../lib/save-blob.ts";
import { Button } from "../../../../../ui/button.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { ReceiptIcon } from "../../../../../ui/icons.tsx";

type CaseReceiptProps = { summary: CaseAnswer["summary"]; receipt: NonNullable<CaseAnswer["receipt"]> };

/** The signed bytes as they came, so that somebody else can check them without us. */
export function CaseReceipt({ summary: { reference, receivedAt }, receipt }: CaseReceiptProps) {
  const { t, locale } = useI18n();
  const save = () => {
    const json = JSON.stringify(receipt, null, 2);
    saveBlob(new Blob([json], { type: "application/json" }), t("case.receiptFile", { reference }));
  };
  return (
    <section>
      <h2 className="mb-4 text-xl">{t("case.receipt")}</h2>
      <Card>
        <p className="flex gap-3">
          <ReceiptIcon className="mt-0.5 size-6 text-success" />
          <span>
            {t("case.receivedAt")}:{" "}
            {t("case.moment", { date: formatDate(receivedAt, locale), time: formatTime(receivedAt, locale) })}
          </span>
        </p>
        <p className="mt-2 text-muted text-sm">{t("case.receiptText")}</p>
        <div data-print="no" className="mt-4">
          <Button variant="secondary" onClick={save}>
            {t("case.receiptSave")}
          </Button>
        </div>
      </Card>
    </section>
  );
}
