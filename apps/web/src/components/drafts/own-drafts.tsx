"use client";

import { useRouter } from "next/navigation";
import { useI18n } from "../../i18n/client.tsx";
import { tabDraft } from "../../lib/drafts/tab-draft.ts";
import { useDrafts } from "../../lib/drafts/use-drafts.ts";
import { paths } from "../../lib/paths.ts";
import type { ServiceTitles } from "../services/service-titles.ts";
import { DraftList } from "./draft-list.tsx";

/** For the page of all cases: nothing at all when nothing is begun. */
export function OwnDrafts({ titles }: { titles: ServiceTitles }) {
  const { t } = useI18n();
  const router = useRouter();
  const { data, refetch } = useDrafts();
  if (!data || data.length === 0) return null;
  return (
    <section aria-labelledby="own-drafts" className="mb-10">
      <h2 id="own-drafts" className="text-xl">
        {t("drafts.listTitle")}
      </h2>
      <p className="mt-1 mb-4 text-muted text-sm">{t("drafts.listLead")}</p>
      <DraftList
        drafts={data}
        titleOf={(serviceKey) => titles[serviceKey] ?? serviceKey}
        onGoOn={async ({ draftId, content }) => {
          tabDraft.set(draftId);
          router.push(paths.send(content.slug));
        }}
        onDiscarded={() => void refetch()}
      />
    </section>
  );
}
