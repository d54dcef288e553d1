"use client";

import { type TenantRole, tenantRoles } from "@dvd/domain/actor";
import { useRef } from "react";
import { RouteButton } from "../../../../../components/route-link.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import type { Colleague } from "../../../../../lib/members/use-members.ts";
import { paths } from "../../../../../lib/paths.ts";
import { Button } from "../../../../../ui/button.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { ChangeTrouble } from "./change-trouble.tsx";
import { useChange } from "./use-change.ts";

/** Tasks that go beyond a unit, and who has them. */
export function TasksCard({ people }: { people: readonly Colleague[] }) {
  const { t } = useI18n();
  const changing = useChange<unknown>();
  const heading = useRef<HTMLHeadingElement>(null);

  const turn = ({ officialId, postSign: post, roles }: Colleague, role: TenantRole) => {
    const has = roles.includes(role);
    changing.run({
      button: `${officialId} ${role}`,
      act: (api) => api.members[has ? "takeRole" : "giveRole"].mutate({ officialId, role }),
      done: () => t(has ? "members.whole.taken" : "members.whole.given", { post, task: t(`members.tasks.${role}`) }),
      // What was pressed says the opposite now.
      after: () => heading.current?.focus(),
    });
  };
  return (
    <Card>
      <h2 ref={heading} tabIndex={-1} className="text-xl">
        {t("members.whole.title")}
      </h2>
      <p className="mt-1 max-w-prose text-muted">{t("members.whole.text")}</p>
      <div className="mt-5 grid gap-5">
        <ChangeTrouble {...changing} />
        <ul aria-label={t("members.whole.listName")} className="grid">
          {people.map((person) => (
            <PersonRow
              key={person.officialId}
              person={person}
              isBusyWith={(role) => changing.isBusyWith(`${person.officialId} ${role}`)}
              onTurn={(role) => changing.whenFresh(() => turn(person, role))}
            />
          ))}
        </ul>
      </div>
    </Card>
  );
}

type PersonRowProps = {
  person: Colleague;
  isBusyWith: (role: TenantRole) => boolean;
  onTurn: (role: TenantRole) => void;
};

function PersonRow({ person, isBusyWith, onTurn }: PersonRowProps) {
  const { t } = useI18n();
  const { officialId, postSign: post, roles, isYou, mayChange } = person;
  const held = roles.map((role) => t(`members.tasks.${role}`)).join(", ");
  return (
    <li className="grid items-center gap-x-8 gap-y-3 border-line border-t py-4 last:border-b lg:grid-cols-[1fr_auto]">
      <p>
        <span className="sr-only">{t("members.postSign")} </span>
        <span className="font-semibold tabular-nums">{post}</span>
        {isYou && <span> ({t("members.you")})</span>}
        <span className="text-muted"> – {held || t("members.whole.none")}</span>
      </p>
      {mayChange && (
        <div className="flex flex-wrap gap-3">
          {tenantRoles.map((role) => {
            const label = t(roles.includes(role) ? "members.whole.take" : "members.whole.give", {
              task: t(`members.tasks.${role}`),
            });
            return (
              <Button
                key={role}
                variant="secondary"
                aria-label={`${label}: ${post}`}
                busy={isBusyWith(role) ? t("members.change.busy") : undefined}
                onClick={() => onTurn(role)}
              >
                {label}
              </Button>
            );
          })}
          <RouteButton
            href={paths.leaving(officialId)}
            variant="secondary"
            aria-label={`${t("leaving.open")}: ${post}`}
          >
            {t("leaving.open")}
          </RouteButton>
        </div>
      )}
    </li>
  );
}
