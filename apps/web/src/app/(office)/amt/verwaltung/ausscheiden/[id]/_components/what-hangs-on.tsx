"use client";

import { RouteButton } from "../../../../../../../components/route-link.tsx";
import { useI18n } from "../../../../../../../i18n/client.tsx";
import type { PersonOverview } from "../../../../../../../lib/members/use-person.ts";
import { paths } from "../../../../../../../lib/paths.ts";
import { Alert } from "../../../../../../../ui/alert.tsx";
import { Button } from "../../../../../../../ui/button.tsx";
import { DescriptionList } from "../../../../../../../ui/description-list.tsx";
import { StatusTag } from "../../../../../../../ui/status-tag.tsx";
import { StepHeading } from "../../../../../../../ui/step-heading.tsx";
import { keyTones } from "../../../_components/key-tones.ts";

type WhatHangsOnProps = { person: PersonOverview; onNext: () => void };

/** Units, cases, tasks, and what stands in the way with the way out. */
export function WhatHangsOn({ person, onNext }: WhatHangsOnProps) {
  const { t } = useI18n();
  const { postSign: post, units, roles, invitations, isYou } = person;
  const alone = units.filter(({ isLastHolder }) => isLastHolder);
  const isBlocked = isYou || alone.length > 0;
  const tasks = roles.map((role) => t(`members.tasks.${role}`)).join(", ");
  return (
    <div className="grid gap-7">
      <div>
        <StepHeading text={t("leaving.steps.look", { post })} step={1} of={3} />
        <p className="mt-3 max-w-prose text-lg text-muted">{t("leaving.look.lead")}</p>
      </div>
      {isYou && (
        <Alert tone="info" title={t("leaving.look.oneself")}>
          {t("leaving.look.oneselfText")}
        </Alert>
      )}
      {alone.map(({ unitId, name: unit }) => (
        <Alert key={unitId} tone="danger" title={t("leaving.look.lastHolder", { unit })}>
          {t("leaving.look.lastHolderText", { post })}
        </Alert>
      ))}
      <section className="grid gap-3">
        <h2 className="text-xl">{t("leaving.look.units")}</h2>
        {units.length === 0 ? (
          <p className="text-muted">{t("leaving.look.noUnits")}</p>
        ) : (
          <ul className="grid">
            {units.map(({ unitId, name: unit, role, key, cases: count }) => (
              <li key={unitId} className="grid gap-2 border-line border-t py-4 last:border-b">
                <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
                  <p className="font-semibold">
                    {t("leaving.look.inUnit", { unit, role: t(`members.roles.${role}`) })}
                  </p>
                  <StatusTag tone={keyTones[key]}>{t(`members.keys.${key}`)}</StatusTag>
                </div>
                <p>{t("leaving.look.cases", { count })}</p>
              </li>
            ))}
          </ul>
        )}
      </section>
      <DescriptionList
        items={[
          { term: t("leaving.look.tasks"), value: tasks || t("leaving.look.noTasks") },
          { term: t("leaving.look.invitations"), value: invitations },
        ]}
      />
      <div className="flex flex-wrap gap-3">
        {!isBlocked && <Button onClick={onNext}>{t("leaving.next")}</Button>}
        <RouteButton href={paths.members} variant="secondary">
          {t(isBlocked ? "leaving.look.toMembers" : "common.cancel")}
        </RouteButton>
      </div>
    </div>
  );
}
