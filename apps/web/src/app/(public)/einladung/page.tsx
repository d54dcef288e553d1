import type { Metadata } from "next";
import { getI18n } from "../../../i18n/server.ts";
import { PageHeading } from "../../../ui/page-heading.tsx";
import { RedeemInvitation } from "./_components/redeem-invitation.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("members.redeem.title") };
}

/** For whoever holds a code of an authority and was never here. */
export default async function RedeemInvitationPage() {
  const { t } = await getI18n();
  return (
    <div className="page-width grid gap-8 py-10 sm:py-16">
      <PageHeading lead={t("members.redeem.lead")}>{t("members.redeem.title")}</PageHeading>
      <RedeemInvitation />
    </div>
  );
}
