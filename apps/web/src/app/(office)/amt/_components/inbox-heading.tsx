"use client";

import { useI18n } from "../../../../i18n/client.tsx";
import type { CaseSummary } from "../../../../lib/cases/case-summary.ts";
import { useKeys } from "../../../../lib/keys/keys-provider.tsx";
import { PageHeading } from "../../../../ui/page-heading.tsx";

type InboxHeadingProps = { lines: readonly CaseSummary[] | null; hasMore: boolean };

/** For whom this inbox is, and in one sentence what there is to do. */
export function InboxHeading({ lines, hasMore }: InboxHeadingProps) {
  const { t } = useI18n();
  const { state } = useKeys();
  const isOpen = state.is === "ready" && state.kind === "official";
  const waiting = lines?.filter(({ may }) => may.claim).length ?? 0;
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-10 gap-y-3">
      <PageHeading lead={isOpen && [...state.units.map(({ name }) => name), state.authority].join(", ")}>
        {t("office.inboxTitle")}
      </PageHeading>
      <div className="text-sm">
        {lines && lines.length > 0 && !hasMore && <p className="font-semibold">{waitingText(waiting, t)}</p>}
        {isOpen && state.displayName && (
          <p className="text-muted">{t("office.answeringAs", { name: state.displayName })}</p>
        )}
      </div>
    </div>
  );
}

function waitingText(count: number, t: ReturnType<typeof useI18n>["t"]) {
  if (count === 0) return t("office.waitingNone");
  return count === 1 ? t("office.waitingOne") : t("office.waiting", { count });
}
