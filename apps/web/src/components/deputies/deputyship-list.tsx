"use client";

import { useI18n } from "../../i18n/client.tsx";
import type { Deputyship } from "../../lib/deputies/use-deputies.ts";
import { formatDate } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { StatusTag } from "../../ui/status-tag.tsx";

type DeputyshipListProps = {
  name: string;
  deputyships: readonly Deputyship[];
  endingId: string | undefined;
  onEnd: (deputyship: Deputyship) => void;
};

/** Whom it is about, as seen by the reader, and until when. */
export function DeputyshipList({ name, deputyships, endingId, onEnd }: DeputyshipListProps) {
  const { t, locale } = useI18n();
  const whoOf = ({ relation, postSign: post, deputySign: deputy }: Deputyship) => {
    if (relation === "other") return t("deputies.others", { deputy, post });
    return relation === "mine" ? t("deputies.byOther", { post: deputy }) : t("deputies.forOther", { post });
  };
  const daysOf = ({ startsOn, endsOn }: Deputyship) => {
    const [from, until] = [formatDate(startsOn, locale), formatDate(endsOn, locale)];
    return from === until ? t("deputies.oneDay", { from }) : t("deputies.days", { from, until });
  };
  return (
    <ul aria-label={name} className="grid">
      {deputyships.map((deputyship) => {
        const { deputyshipId, isRunning, mayEnd } = deputyship;
        const who = whoOf(deputyship);
        return (
          <li
            key={deputyshipId}
            className="grid items-center gap-x-8 gap-y-3 border-line border-t py-4 last:border-b sm:grid-cols-[1fr_auto]"
          >
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <div>
                <p className="font-semibold tabular-nums">{who}</p>
                <p className="text-muted text-sm">{daysOf(deputyship)}</p>
              </div>
              <StatusTag tone={isRunning ? "moving" : "waiting"}>
                {t(isRunning ? "deputies.running" : "deputies.coming")}
              </StatusTag>
            </div>
            {mayEnd && (
              <Button
                variant="secondary"
                aria-label={`${t("deputies.end")}: ${who}, ${daysOf(deputyship)}`}
                busy={endingId === deputyshipId ? t("deputies.ending") : undefined}
                onClick={() => onEnd(deputyship)}
              >
                {t("deputies.end")}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
