"use client";

import type { WayBack } from "@dvd/domain/account/ways-back";
import { useRef, useState } from "react";
import { useI18n } from "../../../i18n/client.tsx";
import { useWaysBack, type WaysChange } from "../../../lib/keys/use-ways-back.ts";
import { paths } from "../../../lib/paths.ts";
import { problemOf } from "../../../lib/problem.ts";
import { ActionRow } from "../../../ui/action-row.tsx";
import { Alert } from "../../../ui/alert.tsx";
import { Button } from "../../../ui/button.tsx";
import { Card } from "../../../ui/card.tsx";
import { focusWhenShown } from "../../../ui/focus-when-shown.ts";
import { useAnnounce } from "../../../ui/live-region.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { useSession } from "../../../lib/session/session-provider.tsx";
import { FreshLoginNotice } from "../../sessions/fresh-login-notice.tsx";
import { ProblemAlert } from "../../problem-alert.tsx";
import { RouteButton } from "../../route-link.tsx";
import { usePasskeyText } from "../use-passkey-text.ts";
import { AddPasskey } from "./add-passkey.tsx";
import { NewRecoveryKey } from "./new-recovery-key.tsx";
import { NewWords } from "./new-words.tsx";
import { WaysList } from "./ways-list.tsx";

type Making = "passphrase" | "recovery";

/** What opens this account on a device that does not know it: what there is, since when, and what can be added. */
export function WaysCard() {
  const { t } = useI18n();
  const announce = useAnnounce();
  const textOf = usePasskeyText();
  const { ways, error, retry, change } = useWaysBack();
  const [made, setMade] = useState<Making | null>(null);
  const { isLoginFresh } = useSession();
  const [needsLogin, setNeedsLogin] = useState(false);
  /** Asked at the beginning: nobody writes seven words down to hear then that they have to sign in again. */
  const whenFresh = (act: () => void) => {
    // One change at a time: each is signed over the ways as they are.
    if (change.isPending) return;
    if (isLoginFresh()) act();
    else setNeedsLogin(true);
  };
  const busyWith = change.isPending ? change.variables.way : null;
  const heading = useRef<HTMLHeadingElement>(null);
  const end = () => {
    setMade(null);
    // What was pressed is gone with its panel or its row.
    heading.current?.focus();
  };

  const add = (kind: WayBack, prepare: () => Promise<WaysChange>) =>
    change.mutate(
      { way: kind, prepare },
      {
        onSuccess: () => {
          if (made !== null) end();
          announce(t("keys.ways.added"));
        },
        onError: (cause) => announce(textOf(cause), "assertive"),
      },
    );
  /** One of its kind: the new one takes the place of the old one in the same step. */
  const replace = (kind: WayBack) => (prepare: () => Promise<WaysChange>) => {
    const old = ways?.find((way) => way.kind === kind);
    add(kind, async () => ({ ...(await prepare()), ...(old && { remove: old.slotId }) }));
  };

  const remove = (slotId: string) =>
    change.mutate(
      { way: slotId, prepare: async () => ({ remove: slotId }) },
      {
        onSuccess: () => {
          end();
          announce(t("keys.ways.removed"));
        },
        onError: (cause) => announce(textOf(cause), "assertive"),
      },
    );
  const has = (kind: WayBack) => ways?.some((way) => way.kind === kind);
  const making = { doesReplace: made !== null && has(made) === true, isBusy: change.isPending, onCancel: end };

  return (
    <Card>
      <h2 ref={heading} tabIndex={-1} className="text-xl">
        {t("keys.ways.title")}
      </h2>
      <p className="mt-1 max-w-prose text-muted">{t("keys.ways.lead")}</p>
      <div className="mt-5 grid gap-5">
        {error && <ProblemAlert problem={problemOf(error)} onRetry={retry} />}
        {change.error && <Alert tone="danger">{textOf(change.error)}</Alert>}
        {ways ? (
          <WaysList
            ways={ways}
            busyWith={busyWith}
            onRenew={(kind) => whenFresh(() => setMade(kind))}
            onRemove={(slotId) => whenFresh(() => remove(slotId))}
          />
        ) : (
          !error && <Skeleton className="h-24 w-full" />
        )}
        {ways && made === null && (
          <div className="grid gap-5">
            {!has("passphrase") && (
              <ActionRow text={t("keys.words.about")}>
                <Button variant="secondary" onClick={() => whenFresh(() => setMade("passphrase"))}>
                  {t("keys.words.add")}
                </Button>
              </ActionRow>
            )}
            {!has("recovery") && (
              <ActionRow text={t("keys.recoveryKey.about")}>
                <Button variant="secondary" onClick={() => whenFresh(() => setMade("recovery"))}>
                  {t("keys.recoveryKey.add")}
                </Button>
              </ActionRow>
            )}
            <AddPasskey
              ways={ways}
              isBusy={busyWith === "passkey"}
              onAdd={(prepare) => whenFresh(() => add("passkey", prepare))}
            />
            <ActionRow text={t("keys.device.about")}>
              <RouteButton href={paths.releaseDevice} variant="secondary">
                {t("keys.device.release")}
              </RouteButton>
            </ActionRow>
          </div>
        )}
        {needsLogin && !isLoginFresh() && <FreshLoginNotice why="keys" />}
        {made && (
          <section key={made} className="grid gap-2">
            <h3 ref={focusWhenShown} tabIndex={-1} className="font-semibold text-lg">
              {t(made === "passphrase" ? "keys.words.making" : "keys.recoveryKey.making")}
            </h3>
            {made === "passphrase" ? (
              <NewWords {...making} onConfirm={replace(made)} />
            ) : (
              <NewRecoveryKey {...making} onConfirm={replace(made)} />
            )}
          </section>
        )}
      </div>
    </Card>
  );
}
