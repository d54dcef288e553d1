"use client";

import type { WayBack } from "@dvd/domain/account/ways-back";
import { useState } from "react";
import { useI18n } from "../../../i18n/client.tsx";
import { useWaysBack, type WaysChange } from "../../../lib/keys/use-ways-back.ts";
import { paths } from "../../../lib/paths.ts";
import { problemOf } from "../../../lib/problem.ts";
import { Alert } from "../../../ui/alert.tsx";
import { Button } from "../../../ui/button.tsx";
import { Card } from "../../../ui/card.tsx";
import { useAnnounce } from "../../../ui/live-region.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
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

  const add = (prepare: () => Promise<WaysChange>) =>
    change.mutate(prepare, {
      onSuccess: () => {
        setMade(null);
        announce(t("keys.ways.added"));
      },
      onError: (cause) => announce(textOf(cause), "assertive"),
    });
  /** One of its kind: the new one takes the place of the old one in the same step. */
  const replace = (kind: WayBack) => (prepare: () => Promise<WaysChange>) => {
    const old = ways?.find((way) => way.kind === kind);
    add(async () => ({ ...(await prepare()), ...(old && { remove: old.slotId }) }));
  };

  const remove = (slotId: string) =>
    change.mutate(async () => ({ remove: slotId }), {
      onSuccess: () => announce(t("keys.ways.removed")),
      onError: (cause) => announce(textOf(cause), "assertive"),
    });
  const has = (kind: WayBack) => ways?.some((way) => way.kind === kind);
  const making = { isBusy: change.isPending, onCancel: () => setMade(null) };

  return (
    <Card>
      <h2 className="text-xl">{t("keys.ways.title")}</h2>
      <p className="mt-1 max-w-prose text-muted">{t("keys.ways.lead")}</p>
      <div className="mt-5 grid gap-5">
        {error && <ProblemAlert problem={problemOf(error)} onRetry={retry} />}
        {change.error && <Alert tone="danger">{textOf(change.error)}</Alert>}
        {ways ? (
          <WaysList ways={ways} isBusy={change.isPending} onRemove={remove} />
        ) : (
          !error && <Skeleton className="h-24 w-full" />
        )}
        {ways && made === null && (
          <div className="flex flex-wrap gap-3">
            <Button variant="secondary" onClick={() => setMade("passphrase")}>
              {t(has("passphrase") ? "keys.words.renew" : "keys.words.add")}
            </Button>
            <Button variant="secondary" onClick={() => setMade("recovery")}>
              {t(has("recovery") ? "keys.recoveryKey.renew" : "keys.recoveryKey.add")}
            </Button>
            <AddPasskey ways={ways} isBusy={change.isPending} onAdd={add} />
            <RouteButton href={paths.releaseDevice} variant="secondary">
              {t("keys.device.release")}
            </RouteButton>
          </div>
        )}
        {made && (
          <section aria-label={t(`keys.ways.kind.${made}`)}>
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
