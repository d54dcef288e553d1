import type { Metadata } from "next";
import { ProsePage } from "../../../components/prose-page.tsx";
import { getI18n } from "../../../i18n/server.ts";
import { ReceiptCheck } from "./_components/receipt-check.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("receiptCheck.title") };
}

export default async function CheckReceiptPage() {
  const { t } = await getI18n();
  return (
    <ProsePage title={t("receiptCheck.title")} lead={t("receiptCheck.lead")}>
      <ReceiptCheck />
    </ProsePage>
  );
}
