"use client";

import { useRouter } from "next/navigation";
import { useId } from "react";
import { useI18n } from "../../i18n/client.tsx";
import type { KnownDraft } from "../../lib/drafts/merge-drafts.ts";
import { tabDraft } from "../../lib/drafts/tab-draft.ts";
import { useDrafts } from "../../lib/drafts/use-drafts.ts";
import { paths } from "../../lib/paths.ts";
import type { ServiceTitles } from "../services/service-titles.ts";
import { DraftList } from "./draft-list.tsx";

/** For the page of all cases: nothing at all when nothing is begun. */
export function OwnDrafts({ titles }: { titles: ServiceTitles }) {
  const { t } = useI18n();
  const { data = [], refetch } = useDrafts();
  const shared = { titles, onDiscarded: () => void refetch() };
  return (
    <>
      {/* First: the office may have it already, and only the proof is missing. */}
      <Group
        {...shared}
        title={t("drafts.unconfirmedTitle")}
        lead={t("drafts.unconfirmedLead")}
        drafts={data.filter(({ isUnconfirmed }) => isUnconfirmed)}
      />
      <Group
        {...shared}
        title={t("drafts.listTitle")}
        lead={t("drafts.listLead")}
        drafts={data.filter(({ isUnconfirmed }) => !isUnconfirmed)}
      />
    </>
  );
}

type GroupProps = {
  title: string;
  lead: string;
  drafts: readonly KnownDraft[];
  titles: ServiceTitles;
  onDiscarded: () => void;
};

function Group({ title, lead, drafts, titles, onDiscarded }: GroupProps) {
  const router = useRouter();
  const heading = useId();
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby={heading} className="mb-10">
      <h2 id={heading} className="text-xl">
        {title}
      </h2>
      <p className="mt-1 mb-4 text-muted text-sm">{lead}</p>
      <DraftList
        drafts={drafts}
        titleOf={(serviceKey) => titles[serviceKey] ?? serviceKey}
        onGoOn={async ({ draftId, content }) => {
          tabDraft.set(draftId);
          router.push(paths.send(content.slug));
        }}
        onDiscarded={onDiscarded}
      />
    </section>
  );
}
