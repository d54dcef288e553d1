"use client";

import type { ReactNode } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { useKeys } from "../../lib/keys/keys-provider.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { StateView } from "../../ui/state-view.tsx";
import { ProblemAlert } from "../problem-alert.tsx";
import { Coverable } from "./coverable.tsx";
import { ContestedKeys } from "./contested-keys.tsx";
import { FirstKeys } from "./first-keys.tsx";
import { LockedScreen } from "./locked-screen.tsx";
import { UnlockScreen } from "./unlock-screen.tsx";

type KeysGateProps = { kind: "citizen" | "official"; children: ReactNode };

/**
 * Lets through who can read here. Also citizens who have no keys yet: theirs are made on the way to the first case; an
 * official makes them here. What is behind the gate is not in the page until the gate is open.
 */
export function KeysGate({ kind, children }: KeysGateProps) {
  const { t } = useI18n();
  const { state, reopen } = useKeys();
  const isOfficial = kind === "official";

  switch (state.is) {
    case "ready":
      return <Coverable>{children}</Coverable>;
    case "new":
      // In the same place as when it is ready: citizens get their keys while they send, and the page of the sending stays.
      return isOfficial ? <FirstKeys /> : <Coverable>{children}</Coverable>;
    case "locked":
      return <LockedScreen afterSending={state.afterSending} onOpen={reopen} />;
    case "missing":
      return <UnlockScreen isOfficial={isOfficial} accountId={state.accountId} ways={state.ways} />;
    case "contested":
      return <ContestedKeys {...state} />;
    case "failed":
      return (
        <div className="page-width py-10 sm:py-16">
          <PageHeading>{t("keys.failedTitle")}</PageHeading>
          <div className="mt-6 max-w-prose">
            <ProblemAlert problem={state.problem} onRetry={() => void reopen()} signInAs={kind} />
          </div>
        </div>
      );
    case "checking":
      break;
  }
  return (
    <div className="page-width py-10 sm:py-16">
      {/* It lasts longer when the portal asks for patience; for the eyes a heading would only flash by. */}
      <h1 className="sr-only">{t("keys.checkingTitle")}</h1>
      <StateView state={{ is: "loading", text: t("keys.checking"), skeleton: <PageSkeleton /> }} />
    </div>
  );
}

function PageSkeleton() {
  return (
    <div className="mt-4 grid gap-6">
      <Skeleton className="h-11 w-2/3 max-w-96" />
      <Skeleton className="h-28 w-full" />
      <Skeleton className="h-28 w-full" />
    </div>
  );
}
