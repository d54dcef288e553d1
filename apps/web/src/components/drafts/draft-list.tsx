"use client";

import { keyHolder } from "../../crypto/client.ts";
import { useI18n } from "../../i18n/client.tsx";
import { discardDraft } from "../../lib/drafts/discard-draft.ts";
import type { DraftState, KnownDraft } from "../../lib/drafts/merge-drafts.ts";
import { formatDate, formatTime } from "../../lib/format.ts";
import { useKeys } from "../../lib/keys/keys-provider.tsx";
import { useTRPCClient } from "../../lib/trpc/client.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ArrowIcon } from "../../ui/icons.tsx";
import { DiscardDraft } from "./discard-draft.tsx";

type DraftListProps = {
  drafts: readonly KnownDraft[];
  /** On a page of its own, where several versions of one draft can be told apart and chosen from. */
  offersOther?: boolean;
  titleOf: (serviceKey: string) => string;
  onGoOn: (draft: DraftState) => Promise<void>;
  onDiscarded: () => void;
};

/** What was begun and not sent, as far as this device can read it. */
export function DraftList({ drafts, offersOther = false, titleOf, onGoOn, onDiscarded }: DraftListProps) {
  const { t, locale } = useI18n();
  const client = useTRPCClient();
  const { state } = useKeys();
  const accountId = "accountId" in state ? state.accountId : "";
  const Heading = offersOther ? "h2" : "h3";
  const moment = (iso: string) => ({ date: formatDate(iso, locale), time: formatTime(iso, locale) });

  return (
    <ul className="grid gap-4">
      {drafts.map(({ newest, other, expiresAt, isUnconfirmed }) => {
        const title = titleOf(newest.content.serviceKey);
        const discard = async () => {
          // The copy of the server goes as well, also one that this device has not taken over.
          const keptVersion = Math.max(newest.keptVersion, other?.keptVersion ?? 0);
          await discardDraft({ keys: keyHolder(), client, accountId }, { draftId: newest.draftId, keptVersion });
          onDiscarded();
        };
        return (
          <li key={newest.draftId}>
            <Card className="grid gap-3 border-dashed">
              <div>
                <Heading className="font-semibold text-lg">{title}</Heading>
                <p className="text-muted text-sm">{t("drafts.changedAt", moment(newest.changedAt))}</p>
                {!isUnconfirmed && (
                  <p className="text-muted text-sm">{t("drafts.expiresAt", { date: moment(expiresAt).date })}</p>
                )}
              </div>
              {isUnconfirmed && <p>{t("drafts.unconfirmed")}</p>}
              {offersOther && other && (
                <p>
                  <strong className="font-semibold">{t("drafts.otherTitle")}</strong>{" "}
                  {t("drafts.other", moment(other.changedAt))}
                </p>
              )}
              <div className="flex flex-wrap gap-3">
                <Button
                  icon={<ArrowIcon className="size-5" />}
                  aria-label={t(isUnconfirmed ? "drafts.confirmNamed" : "drafts.goOnNamed", { title })}
                  onClick={() => void onGoOn(newest)}
                >
                  {t(isUnconfirmed ? "drafts.confirm" : "drafts.goOn")}
                </Button>
                {offersOther && other && (
                  <Button variant="secondary" onClick={() => void onGoOn(other)}>
                    {t("drafts.goOnOther")}
                  </Button>
                )}
                <DiscardDraft title={title} isUnconfirmed={isUnconfirmed} onDiscard={discard} />
              </div>
            </Card>
          </li>
        );
      })}
    </ul>
  );
}
