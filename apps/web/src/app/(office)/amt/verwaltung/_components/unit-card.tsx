"use client";

import { useEffect, useRef, useState } from "react";
import { useI18n } from "../../../../../i18n/client.tsx";
import type { Colleague, Invitation, Member, UnitOverview } from "../../../../../lib/members/use-members.ts";
import { Card } from "../../../../../ui/card.tsx";
import { DescriptionList } from "../../../../../ui/description-list.tsx";
import { StatusTag } from "../../../../../ui/status-tag.tsx";
import { AddMember } from "./add-member.tsx";
import { ChangeTrouble } from "./change-trouble.tsx";
import { InvitePerson } from "./invite-person.tsx";
import { MemberRow } from "./member-row.tsx";
import { OpenInvitations } from "./open-invitations.tsx";
import { RemoveDialog } from "./remove-dialog.tsx";
import { TakeIn, type WayIn } from "./take-in.tsx";
import { UnitSettings } from "./unit-settings.tsx";
import { UnitWarnings } from "./unit-warnings.tsx";
import { useChange } from "./use-change.ts";

type UnitCardProps = { unit: UnitOverview; people: readonly Colleague[]; invitations: readonly Invitation[] };

export function UnitCard({ unit, people, invitations }: UnitCardProps) {
  const { t } = useI18n();
  const changing = useChange<number>();
  const [making, setMaking] = useState<WayIn | null>(null);
  const [leaving, setLeaving] = useState<Member | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { unitId, name, closedAt, members } = unit;
  const holders = members.filter(({ key }) => key === "holds").length;
  const changeable = people.filter(({ mayChange }) => mayChange);
  const isMember = ({ officialId }: Colleague) => members.some((one) => one.officialId === officialId);

  const [settled, setSettled] = useState(0);
  // What was pressed is gone, or says something else now. After the dialog, which gives the focus back to it when it ends.
  useEffect(() => {
    if (settled > 0) heading.current?.focus();
  }, [settled]);
  const close = () => {
    setMaking(null);
    setLeaving(null);
    setSettled((times) => times + 1);
  };
  const put = (officialId: string, role: Member["role"], button: string, done: string) =>
    changing.run({
      button,
      act: (api) => api.members.putMember.mutate({ unitId, officialId, role }).then(() => 0),
      done: () => done,
      after: close,
    });
  const switchRole = ({ officialId, postSign: post, role }: Member) => {
    const next = role === "lead" ? "official" : "lead";
    const done = t("members.change.done", { post, unit: name, role: t(`members.roles.${next}`) });
    put(officialId, next, officialId, done);
  };
  const remove = ({ officialId, postSign: post }: Member) =>
    changing.run({
      button: "remove",
      act: (api) => api.members.removeMember.mutate({ unitId, officialId }).then(({ releasedCases }) => releasedCases),
      done: (count) => t("members.remove.done", { post, unit: name, count }),
      after: close,
    });

  return (
    <Card>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 ref={heading} tabIndex={-1} className="text-xl">
          {name}
        </h2>
        {closedAt && <StatusTag tone="done">{t("units.closed.tag")}</StatusTag>}
      </div>
      <div className="mt-4 grid gap-5">
        <DescriptionList
          items={[
            { term: t("members.unit.cases"), value: unit.runningCases },
            { term: t("members.unit.holders"), value: holders },
          ]}
        />
        <UnitWarnings unit={unit} holders={holders} />
        {members.length === 0 ? (
          <p className="text-muted">{t("members.unit.nobody")}</p>
        ) : (
          <ul aria-label={t("members.unit.listName", { unit: name })} className="grid">
            {members.map((member) => (
              <MemberRow
                key={member.officialId}
                member={member}
                mayChange={changeable.some(({ officialId }) => officialId === member.officialId)}
                isClosed={closedAt !== null}
                isBusy={changing.isBusyWith(member.officialId)}
                onSwitchRole={() => changing.whenFresh(() => switchRole(member))}
                onRemove={() => changing.whenFresh(() => setLeaving(member))}
              />
            ))}
          </ul>
        )}
        {!leaving && <ChangeTrouble {...changing} />}
        <OpenInvitations
          invitations={invitations.filter((one) => one.unitId === unitId)}
          unit={name}
          onWithdrawn={close}
        />
        {making === "member" && (
          <AddMember
            unit={unit}
            people={changeable.filter((person) => !isMember(person))}
            isBusy={changing.isBusyWith("add")}
            onAdd={({ officialId, postSign: post }, role) =>
              put(officialId, role, "add", t("members.add.done", { post, unit: name }))
            }
            onCancel={close}
          />
        )}
        {making === "invitation" && <InvitePerson unit={unit} onDone={close} />}
        {making === null && !closedAt && (
          <TakeIn unit={name} onChoose={(way) => changing.whenFresh(() => setMaking(way))} />
        )}
        {making === null && <UnitSettings unit={unit} onSettled={close} />}
      </div>
      {leaving && (
        <RemoveDialog
          post={leaving.postSign}
          unit={name}
          isBusy={changing.isBusyWith("remove")}
          trouble={<ChangeTrouble {...changing} />}
          onConfirm={() => remove(leaving)}
          onCancel={() => setLeaving(null)}
        />
      )}
    </Card>
  );
}
