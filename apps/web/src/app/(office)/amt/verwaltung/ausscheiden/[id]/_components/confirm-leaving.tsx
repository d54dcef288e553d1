"use client";

import { ProblemAlert } from "../../../../../../../components/problem-alert.tsx";
import { FreshLoginNotice } from "../../../../../../../components/sessions/fresh-login-notice.tsx";
import { useI18n } from "../../../../../../../i18n/client.tsx";
import type { PersonOverview, usePerson } from "../../../../../../../lib/members/use-person.ts";
import { problemOf } from "../../../../../../../lib/problem.ts";
import { useFreshAtStart } from "../../../../../../../lib/session/use-fresh-at-start.ts";
import { Alert } from "../../../../../../../ui/alert.tsx";
import { Button } from "../../../../../../../ui/button.tsx";
import { useAnnounce } from "../../../../../../../ui/live-region.tsx";
import { StepHeading } from "../../../../../../../ui/step-heading.tsx";

type ConfirmLeavingProps = {
  person: PersonOverview;
  removal: ReturnType<typeof usePerson>["removal"];
  onBack: () => void;
};

/** Says plainly what happens, and what no press of a button can bring back. */
export function ConfirmLeaving({ person, removal, onBack }: ConfirmLeavingProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const fresh = useFreshAtStart();
  const { postSign: post, units, invitations } = person;
  const cases = units.reduce((sum, unit) => sum + unit.cases, 0);
  const end = () => removal.mutate(undefined, { onSuccess: () => announce(t("leaving.confirm.announced", { post })) });

  return (
    <div className="grid gap-7">
      <StepHeading text={t("leaving.steps.confirm", { post })} step={2} of={3} />
      <section className="grid gap-3">
        <h2 className="text-xl">{t("leaving.confirm.now")}</h2>
        <ul className="grid max-w-prose list-disc gap-2 pl-6">
          <li>{t("leaving.confirm.session")}</li>
          <li>{t("leaving.confirm.rights")}</li>
          {cases > 0 && <li>{t("leaving.confirm.cases", { count: cases })}</li>}
          {invitations > 0 && <li>{t("leaving.confirm.invitations", { count: invitations })}</li>}
        </ul>
      </section>
      {units.some(({ key }) => key === "holds" || key === "closed") && (
        <Alert tone="warning" title={t("leaving.confirm.kept")}>
          {t("leaving.confirm.keptText")}
        </Alert>
      )}
      <p className="max-w-prose">{t("leaving.confirm.final")}</p>
      {removal.error && <ProblemAlert problem={problemOf(removal.error)} signInAs="official" />}
      {fresh === false && <FreshLoginNotice why="members" />}
      <div className="flex flex-wrap gap-3">
        {fresh !== false && (
          <Button
            variant="danger"
            busy={removal.isPending ? t("leaving.confirm.busy") : undefined}
            onClick={() => !removal.isPending && end()}
          >
            {t("leaving.confirm.send")}
          </Button>
        )}
        <Button variant="secondary" onClick={onBack}>
          {t("leaving.back")}
        </Button>
      </div>
    </div>
  );
}
