import { tenantCan } from "@dvd/domain/tenant/policy";
import type { Metadata } from "next";
import { requireViewer } from "../../../../auth/viewer.ts";
import { RouteLink } from "../../../../components/route-link.tsx";
import { getI18n } from "../../../../i18n/server.ts";
import { paths } from "../../../../lib/paths.ts";
import { PageHeading } from "../../../../ui/page-heading.tsx";
import { AuditLog } from "./_components/audit-log.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("audit.title") };
}

/** For auditors. It needs no keys: what stands here is readable without opening a case. */
export default async function AuditPage() {
  const actor = await requireViewer("official", paths.audit);
  if (tenantCan("readAudit", actor) === true) return <AuditLog />;
  const { t } = await getI18n();
  return (
    <div className="page-width grid gap-6 py-8 sm:py-12">
      <PageHeading lead={t("audit.notYours")}>{t("audit.title")}</PageHeading>
      <p>
        <RouteLink href={paths.inbox}>{t("office.back")}</RouteLink>
      </p>
    </div>
  );
}
