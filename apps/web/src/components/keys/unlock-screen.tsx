"use client";

import type { WayBack } from "@dvd/domain/account/ways-back";
import { useI18n } from "../../i18n/client.tsx";
import { paths } from "../../lib/paths.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { RouteLink } from "../route-link.tsx";
import { OtherDevice } from "./unlock/other-device.tsx";
import { PasskeyButton } from "./unlock/passkey-button.tsx";
import { RecoveryForm } from "./unlock/recovery-form.tsx";
import { WordsForm } from "./unlock/words-form.tsx";

type UnlockScreenProps = { isOfficial: boolean; accountId: string; ways: readonly WayBack[] };

/** The ways back in on a device without the key: those that this account has, and no others. */
export function UnlockScreen({ isOfficial, accountId, ways }: UnlockScreenProps) {
  const { t } = useI18n();
  return (
    <div className="page-width grid gap-x-14 gap-y-10 py-10 sm:py-16 lg:grid-cols-[1.4fr_1fr]">
      <div className="grid content-start gap-10">
        <PageHeading lead={t(isOfficial ? "keys.unlock.leadOfficial" : "keys.unlock.lead")}>
          {t("keys.unlock.title")}
        </PageHeading>
        {/* Lines between them: each is enough, and its button belongs to it alone. */}
        <div className="grid gap-8 *:not-first:border-line *:not-first:border-t *:not-first:pt-8">
          {ways.includes("passkey") && <PasskeyButton />}
          {ways.includes("passphrase") && <WordsForm />}
          {ways.includes("recovery") && <RecoveryForm />}
          {/* The page that releases a device belongs to the account, which officials do not have yet. */}
          {!isOfficial && <OtherDevice accountId={accountId} />}
        </div>
      </div>
      <section className="lg:pt-2">
        <h2 className="font-semibold text-lg">{t("keys.unlock.lostTitle")}</h2>
        <p className="mt-1 max-w-prose text-muted">{t(isOfficial ? "keys.unlock.lostOfficial" : "keys.unlock.lost")}</p>
        {!isOfficial && (
          <p className="mt-3">
            <RouteLink href={paths.newKeys}>{t("copies.ask.link")}</RouteLink>
          </p>
        )}
      </section>
    </div>
  );
}
