"use client";

import { RouteButton } from "../../../../../../../components/route-link.tsx";
import { useI18n } from "../../../../../../../i18n/client.tsx";
import type { PersonOverview, Removal } from "../../../../../../../lib/members/use-person.ts";
import { paths } from "../../../../../../../lib/paths.ts";
import { useDateText } from "../../../../../../../lib/use-date-text.ts";
import { Alert } from "../../../../../../../ui/alert.tsx";
import { StepHeading } from "../../../../../../../ui/step-heading.tsx";

type WhatRemainsProps = {
  person: PersonOverview;
  /** Only where it has just happened; the numbers are in the log as well. */
  removal: Removal | undefined;
};

/** What is done, and what nobody but the unit and the key office can do. It goes away with the new key, and not before. */
export function WhatRemains({ person: { postSign: post, removedAt, left }, removal }: WhatRemainsProps) {
  const { t } = useI18n();
  const date = useDateText();
  return (
    <div className="grid gap-7">
      <div>
        <StepHeading text={t("leaving.steps.done")} step={3} of={3} />
        <p className="mt-3 max-w-prose text-lg text-muted">
          {t("leaving.done.lead", { post, at: date.recent(removedAt ?? "") })}
        </p>
      </div>
      <section className="grid gap-3">
        <h2 className="text-xl">{t("leaving.done.title")}</h2>
        <ul className="grid max-w-prose list-disc gap-2 pl-6">
          <li>{t("leaving.done.access")}</li>
          {removal && <li>{t("leaving.done.sessions", { count: removal.endedSessions })}</li>}
          {removal && <li>{t("leaving.done.cases", { count: removal.releasedCases })}</li>}
          {removal && <li>{t("leaving.done.invitations", { count: removal.withdrawnInvitations })}</li>}
        </ul>
      </section>
      <section className="grid gap-3">
        <h2 className="text-xl">{t("leaving.done.remains")}</h2>
        {left.length === 0 && <p className="max-w-prose">{t("leaving.done.nothing")}</p>}
        {left.map(({ unitId, name: unit, isSigned }) => (
          <Alert key={unitId} tone="warning" title={t("leaving.done.newKey", { unit })}>
            <p>
              {t("leaving.done.newKeyWho")} {t("leaving.done.newKeyWhy")}
            </p>
            {isSigned && <p className="mt-2">{t("leaving.done.signed")}</p>}
          </Alert>
        ))}
        {left.length > 0 && <p className="max-w-prose text-muted">{t("leaving.done.stays")}</p>}
      </section>
      <section className="grid gap-2">
        <h2 className="text-xl">{t("leaving.done.outside")}</h2>
        <p className="max-w-prose">{t("leaving.done.outsideText")}</p>
      </section>
      <p>
        <RouteButton href={paths.members} variant="secondary">
          {t("leaving.look.toMembers")}
        </RouteButton>
      </p>
    </div>
  );
}
