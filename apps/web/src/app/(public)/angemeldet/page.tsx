import type { Metadata } from "next";
import { getI18n } from "../../../i18n/server.ts";
import { PageHeading } from "../../../ui/page-heading.tsx";
import { TellOtherWindows } from "./_components/tell-other-windows.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("pages.signedIn.title") };
}

/** Where a login ends that was begun in a window of its own. */
export default async function SignedInPage() {
  const { t } = await getI18n();
  return (
    <div className="page-width py-10 sm:py-16">
      <PageHeading lead={t("pages.signedIn.text")}>{t("pages.signedIn.title")}</PageHeading>
      <TellOtherWindows />
    </div>
  );
}
