import { useEffect, useEffectEvent, useRef } from "react";
import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import { RouteButton } from "../../../../../components/route-link.tsx";
import { useProblemText } from "../../../../../components/use-problem-text.ts";
import { useI18n } from "../../../../../i18n/client.tsx";
import { isKeyTrouble } from "../../../../../lib/problem.ts";
import type { Progress } from "../../../../../lib/sending/shipment.ts";
import type { DispatchState } from "../../../../../lib/sending/dispatch.ts";
import type { UploadItem } from "../../../../../lib/uploads/upload-item.ts";
import { paths } from "../../../../../lib/paths.ts";
import { usePageTitle } from "../../../../../lib/use-page-title.ts";
import { Alert } from "../../../../../ui/alert.tsx";
import { Button } from "../../../../../ui/button.tsx";
import { useAnnounce } from "../../../../../ui/live-region.tsx";
import { PageHeading } from "../../../../../ui/page-heading.tsx";
import { SendingSteps } from "./sending-steps.tsx";

type Shown = Extract<DispatchState, { is: "sending" | "failed" }>;
type SendingProps = { state: Shown; items: readonly UploadItem[]; onRetry: () => void; onEdit: () => void };

/** On the way, or stopped on the way. Nothing here looks like "sent". */
export function Sending({ state, items, onRetry, onEdit }: SendingProps) {
  if (state.is === "sending") return <OnTheWay progress={state.progress} items={items} />;
  return <Failed state={state} onRetry={onRetry} onEdit={onEdit} />;
}

function OnTheWay({ progress, items }: { progress: Progress; items: readonly UploadItem[] }) {
  const { t } = useI18n();
  usePageTitle(t("wizard.sending.title"));
  return (
    <>
      <PageHeading lead={t("wizard.sending.lead")}>{t("wizard.sending.title")}</PageHeading>
      <SendingSteps progress={progress} items={items} />
    </>
  );
}

type FailedProps = { state: Extract<Shown, { is: "failed" }>; onRetry: () => void; onEdit: () => void };

function Failed({ state: { problem, mayHaveArrived, canEdit }, onRetry, onEdit }: FailedProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const problemText = useProblemText();
  const isStopped = isKeyTrouble(problem);
  const stoppedTitle = isStopped ? "wizard.sending.stoppedTitle" : "wizard.sending.failedTitle";
  const isSettled = problem.kind === "refused" && problem.code === "case.settled-elsewhere";
  const openTitle = mayHaveArrived ? "wizard.sending.unconfirmedTitle" : stoppedTitle;
  const heading = t(isSettled ? "wizard.sending.settledTitle" : openTitle);
  usePageTitle(t("wizard.errorPrefix", { title: heading }));

  const said = useRef<typeof problem>(null);
  const say = useEffectEvent(() => announce(problemText(problem, "sending").text, "assertive"));
  useEffect(() => {
    if (said.current === problem) return;
    said.current = problem;
    say();
  }, [problem]);

  return (
    <>
      <PageHeading {...(!isSettled && { lead: t("wizard.sending.failedLead") })}>{heading}</PageHeading>
      <div className="mt-7 grid max-w-prose gap-5">
        {isSettled ? (
          <Alert tone="info" actions={<RouteButton href={paths.cases}>{t("wizard.sending.toCases")}</RouteButton>}>
            {problemText(problem, "sending").text}
          </Alert>
        ) : (
          <ProblemAlert problem={problem} doing="sending" onRetry={onRetry} />
        )}
        {mayHaveArrived && !isSettled && <p>{t("wizard.sending.unconfirmed")}</p>}
        {canEdit && (
          <p>
            <Button variant="quiet" onClick={onEdit} className="-ml-5">
              {t("wizard.sending.edit")}
            </Button>
          </p>
        )}
      </div>
    </>
  );
}
