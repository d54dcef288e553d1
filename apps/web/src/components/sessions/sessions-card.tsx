"use client";

import type { LoginKind } from "@dvd/domain/session/login";
import { useRef } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { problemOf } from "../../lib/problem.ts";
import { useOwnSessions } from "../../lib/session/use-own-sessions.ts";
import { ActionRow } from "../../ui/action-row.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { SignOutButton } from "../header/sign-out-button.tsx";
import { ProblemAlert } from "../problem-alert.tsx";
import { SessionRow } from "./session-row.tsx";

/** Where the person is signed in right now, and how to end that from here: for the phone that was lost. */
export function SessionsCard({ kind }: { kind: LoginKind }) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const { sessions, error, retry, end } = useOwnSessions();
  const heading = useRef<HTMLHeadingElement>(null);
  const others = sessions?.filter(({ isCurrent }) => !isCurrent) ?? [];

  const signOut = (handle?: string) =>
    end.mutate(handle, {
      onSuccess: () => {
        // What was pressed is gone with its row.
        heading.current?.focus();
        announce(t("session.list.ended"));
      },
    });
  return (
    <Card>
      <h2 ref={heading} tabIndex={-1} className="text-xl">
        {t("session.list.title")}
      </h2>
      <p className="mt-1 max-w-prose text-muted">{t("session.list.lead")}</p>
      <div className="mt-5 grid gap-5">
        {error && <ProblemAlert problem={problemOf(error)} onRetry={retry} />}
        {end.error && <ProblemAlert problem={problemOf(end.error)} />}
        {sessions ? (
          <ul aria-label={t("session.list.title")} className="grid">
            {sessions.map((session) => (
              <SessionRow
                key={session.handle}
                session={session}
                isBusy={end.isPending}
                onEnd={() => signOut(session.handle)}
              />
            ))}
          </ul>
        ) : (
          !error && <Skeleton className="h-24 w-full" />
        )}
        {others.length > 1 && (
          <ActionRow text={t("session.list.othersText")}>
            <Button
              variant="secondary"
              onClick={() => signOut()}
              busy={end.isPending ? t("session.list.ending") : undefined}
            >
              {t("session.list.others")}
            </Button>
          </ActionRow>
        )}
        <ActionRow text={t("account.signInText")}>
          <SignOutButton kind={kind} variant="secondary" />
        </ActionRow>
      </div>
    </Card>
  );
}
