"use client";

import { ContestedKeys } from "../../../../../components/keys/contested-keys.tsx";
import { LockedScreen } from "../../../../../components/keys/locked-screen.tsx";
import { OfflineBanner } from "../../../../../components/offline-banner.tsx";
import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import { FreshLoginNotice } from "../../../../../components/sessions/fresh-login-notice.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import { useFreshAtStart } from "../../../../../lib/session/use-fresh-at-start.ts";
import { useKeys } from "../../../../../lib/keys/keys-provider.tsx";
import { PageHeading } from "../../../../../ui/page-heading.tsx";
import { Skeleton } from "../../../../../ui/skeleton.tsx";
import { StateView } from "../../../../../ui/state-view.tsx";
import { AskForCopies } from "./ask-for-copies.tsx";
import { Asked } from "./asked.tsx";

export function NewKeys() {
  const { t } = useI18n();
  const { state, reopen } = useKeys();
  if (state.is === "locked") return <LockedScreen afterSending={state.afterSending} onOpen={reopen} />;
  if (state.is === "contested") return <ContestedKeys {...state} />;
  return (
    <div className="page-width grid gap-8 py-10 sm:py-16">
      <PageHeading lead={t("copies.ask.lead")}>{t("copies.ask.title")}</PageHeading>
      <OfflineBanner />
      <Content />
    </div>
  );
}

function Content() {
  const { t } = useI18n();
  const fresh = useFreshAtStart();
  const { state, reopen } = useKeys();
  switch (state.is) {
    case "missing":
      return fresh === false ? <FreshLoginNotice why="keys" /> : <AskForCopies accountId={state.accountId} />;
    case "ready":
      return <Asked accountId={state.accountId} />;
    case "failed":
      return (
        <div className="max-w-prose">
          <ProblemAlert problem={state.problem} onRetry={() => void reopen()} />
        </div>
      );
    case "new":
    case "contested":
    case "locked":
      return <p className="max-w-prose">{t("copies.ask.none")}</p>;
    case "checking":
      break;
  }
  return (
    <StateView state={{ is: "loading", text: t("keys.checking"), skeleton: <Skeleton className="h-56 w-full" /> }} />
  );
}
