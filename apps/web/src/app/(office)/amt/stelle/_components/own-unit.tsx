"use client";

import { useRef, useState } from "react";
import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import { FreshLoginNotice } from "../../../../../components/sessions/fresh-login-notice.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import type { ColleagueInUnit, UnitOfMine, useColleagues } from "../../../../../lib/members/use-colleagues.ts";
import type { useUnitKeys } from "../../../../../lib/members/use-unit-keys.ts";
import { problemOf } from "../../../../../lib/problem.ts";
import { useSession } from "../../../../../lib/session/session-provider.tsx";
import { useDateText } from "../../../../../lib/use-date-text.ts";
import { Alert } from "../../../../../ui/alert.tsx";
import { Button } from "../../../../../ui/button.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { useAnnounce } from "../../../../../ui/live-region.tsx";
import { StatusTag } from "../../../../../ui/status-tag.tsx";
import { keyTones } from "../../verwaltung/_components/key-tones.ts";
import { CompareDigits } from "./compare-digits.tsx";
import { UnitKey } from "./unit-key.tsx";

type OwnUnitProps = {
  unit: UnitOfMine;
  grant: ReturnType<typeof useColleagues>["grant"];
  keys: ReturnType<typeof useUnitKeys>;
};

export function OwnUnit({ unit: { unitId, name, closedAt, epoch, colleagues }, grant, keys }: OwnUnitProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const date = useDateText();
  const { isLoginFresh } = useSession();
  const [needsLogin, setNeedsLogin] = useState(false);
  const [compared, setCompared] = useState<ColleagueInUnit | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const self = colleagues.find(({ isYou }) => isYou);
  const mayGrant = self?.key === "holds" && self.isSigned;
  const state = keys.states?.find((one) => one.unitId === unitId);
  const unsigned = colleagues.filter(({ isSigned }) => !isSigned).map(({ postSign }) => postSign);

  const giveText = ({ key }: ColleagueInUnit) => t(key === "closed" ? "colleagues.giveAnew" : "colleagues.give");

  const close = () => {
    setCompared(null);
    heading.current?.focus();
  };
  const give = (colleague: ColleagueInUnit) =>
    grant.mutate(
      { unitId, colleague },
      {
        onSuccess: (isTaken) => {
          close();
          announce(t(isTaken ? "colleagues.granted" : "colleagues.grantedBefore", { post: colleague.postSign }));
        },
      },
    );
  return (
    <Card className="grid gap-5">
      <h2 ref={heading} tabIndex={-1} className="text-xl">
        {name}
      </h2>
      {closedAt && (
        <Alert tone="info" title={t("units.closed.title")}>
          {t("units.closed.text", { at: date.recent(closedAt) })}
        </Alert>
      )}
      {self?.key === "closed" && (
        <Alert tone="danger" title={t("colleagues.youClosed")}>
          {t("colleagues.youClosedText")}
        </Alert>
      )}
      {epoch !== null && self && self.key !== "holds" && self.key !== "closed" && (
        <Alert tone="info" title={t("colleagues.youWait")}>
          {t("colleagues.youWaitText")}
        </Alert>
      )}
      {self?.key === "holds" && !self.isSigned && (
        <Alert tone="warning" title={t("colleagues.youUnsigned")}>
          {t("colleagues.youUnsignedText")}
        </Alert>
      )}
      <ul aria-label={t("members.unit.listName", { unit: name })} className="grid">
        {colleagues.map((colleague) => (
          <li
            key={colleague.officialId}
            className="grid items-center gap-x-8 gap-y-3 border-line border-t py-4 last:border-b sm:grid-cols-[1fr_auto]"
          >
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <p>
                <span className="sr-only">{t("members.postSign")} </span>
                <span className="font-semibold tabular-nums">{colleague.postSign}</span>
                {colleague.isYou && <span> ({t("members.you")})</span>}
                <span className="text-muted"> – {t(`members.roles.${colleague.role}`)}</span>
              </p>
              <StatusTag tone={keyTones[colleague.key]}>{t(`members.keys.${colleague.key}`)}</StatusTag>
            </div>
            {mayGrant && colleague.digits && compared === null && (
              <Button
                variant="secondary"
                aria-label={`${giveText(colleague)}: ${colleague.postSign}`}
                onClick={() => (isLoginFresh() ? setCompared(colleague) : setNeedsLogin(true))}
              >
                {giveText(colleague)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {needsLogin && !isLoginFresh() && <FreshLoginNotice why="members" />}
      {compared && (
        <CompareDigits
          colleague={compared}
          unit={name}
          isBusy={grant.isPending}
          trouble={grant.error && <ProblemAlert problem={problemOf(grant.error)} signInAs="official" />}
          onConfirm={() => give(compared)}
          onCancel={close}
        />
      )}
      {state && (
        <UnitKey
          state={state}
          mayRotate={state.epoch === null || mayGrant}
          isClosedToldAbove={self?.key === "closed"}
          unsigned={unsigned}
          keys={keys}
        />
      )}
    </Card>
  );
}
