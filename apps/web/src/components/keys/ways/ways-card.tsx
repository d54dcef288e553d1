"use client";

import type { WayBack } from "@dvd/domain/account/ways-back";
import { useState } from "react";
import { useI18n } from "../../../i18n/client.tsx";
import { formatDate } from "../../../lib/format.ts";
import { type StoredWay, useWaysBack, type WaysChange } from "../../../lib/keys/use-ways-back.ts";
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
import { NewWords } from "./new-words.tsx";

type Making = "passphrase";

/** What opens this account on a device that does not know it: what there is, since when, and what can be added. */
export function WaysCard() {
  const { t } = useI18n();
  const announce = useAnnounce();
  const textOf = usePasskeyText();
  const { ways, error, retry, change } = useWaysBack();
  const [making, setMaking] = useState<Making | null>(null);

  const add = (prepare: () => Promise<WaysChange>) =>
    change.mutate(prepare, {
      onSuccess: () => {
        setMaking(null);
        announce(t("keys.ways.added"));
      },
      onError: (cause) => announce(textOf(cause), "assertive"),
    });
  /** One of its kind: the new one takes the place of the old one in the same step. */
  const replace = (kind: WayBack) => (prepare: () => Promise<WaysChange>) => {
    const old = ways?.find((way) => way.kind === kind);
    add(async () => ({ ...(await prepare()), ...(old && { remove: old.slotId }) }));
  };

  return (
    <Card>
      <h2 className="text-xl">{t("keys.ways.title")}</h2>
      <p className="mt-1 max-w-prose text-muted">{t("keys.ways.lead")}</p>
      <div className="mt-5 grid gap-5">
        {error && <ProblemAlert problem={problemOf(error)} onRetry={retry} />}
        {change.error && <Alert tone="danger">{textOf(change.error)}</Alert>}
        {ways ? <WaysList ways={ways} /> : !error && <Skeleton className="h-24 w-full" />}
        {ways && making === null && (
          <div className="flex flex-wrap gap-3">
            <Button variant="secondary" onClick={() => setMaking("passphrase")}>
              {t(ways.some(({ kind }) => kind === "passphrase") ? "keys.words.renew" : "keys.words.add")}
            </Button>
            <AddPasskey ways={ways} isBusy={change.isPending} onAdd={add} />
            <RouteButton href={paths.releaseDevice} variant="secondary">
              {t("keys.device.release")}
            </RouteButton>
          </div>
        )}
        {making === "passphrase" && (
          <section aria-label={t("keys.ways.kind.passphrase")}>
            <NewWords isBusy={change.isPending} onConfirm={replace("passphrase")} onCancel={() => setMaking(null)} />
          </section>
        )}
      </div>
    </Card>
  );
}

function WaysList({ ways }: { ways: readonly StoredWay[] }) {
  const { t, locale } = useI18n();
  return (
    <ul aria-label={t("keys.ways.title")} className="divide-y divide-line border-line border-y">
      {ways.map(({ slotId, kind, createdAt }) => (
        <li key={slotId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
          <span>
            <span className="block font-semibold">{t(`keys.ways.kind.${kind}`)}</span>
            <span className="text-muted text-sm">{t("keys.ways.since", { date: formatDate(createdAt, locale) })}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
