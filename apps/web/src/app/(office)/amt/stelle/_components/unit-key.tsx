"use client";

import { useState } from "react";
import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import { FreshLoginNotice } from "../../../../../components/sessions/fresh-login-notice.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import type { UnitKeyState, useUnitKeys } from "../../../../../lib/members/use-unit-keys.ts";
import { problemOf } from "../../../../../lib/problem.ts";
import { useSession } from "../../../../../lib/session/session-provider.tsx";
import { Alert } from "../../../../../ui/alert.tsx";
import { Button } from "../../../../../ui/button.tsx";
import { focusWhenShown } from "../../../../../ui/focus-when-shown.ts";
import { useAnnounce } from "../../../../../ui/live-region.tsx";
import { ProposedKey } from "./proposed-key.tsx";
import { ResealCases } from "./reseal-cases.tsx";

type UnitKeyProps = {
  state: UnitKeyState;
  /** Has the key, and colleagues would take the next one from them. */
  mayRotate: boolean;
  /** The page has said already that the present key does not open, and what to do. */
  isClosedToldAbove: boolean;
  /** Members whom the authority has not signed for: they get a new key from a colleague, afterwards. */
  unsigned: readonly string[];
  keys: ReturnType<typeof useUnitKeys>;
};

/** The key of a unit: whether a new one is due, the way to one, and what is still under the one before. */
export function UnitKey({ state, mayRotate, isClosedToldAbove, unsigned, keys }: UnitKeyProps) {
  const { propose, withdraw, refresh } = keys;
  const { t } = useI18n();
  const announce = useAnnounce();
  const { isLoginFresh } = useSession();
  const [step, setStep] = useState<"none" | "login" | "asked">("none");
  const { unitId, epoch, isClosed, proposal, formers, unsealed, closed } = state;
  const isFirst = epoch === null;
  const trouble = propose.error ?? withdraw.error;

  const proposeNow = () =>
    propose.mutate(unitId, {
      onSuccess: () => {
        setStep("none");
        announce(t(isFirst ? "unitKey.firstProposed" : "unitKey.proposed"));
      },
    });
  return (
    <section className="grid gap-4">
      <h3 className="font-semibold text-lg">{t("unitKey.title")}</h3>
      {closed.length > 0 && !isClosedToldAbove && (
        <Alert tone="danger" title={t("unitKey.closedTitle")}>
          {t("unitKey.closedText", { epochs: closed.join(", ") })}
        </Alert>
      )}
      {formers.length > 0 && !proposal && !isClosed && (
        <Alert tone="warning" title={t("unitKey.due")}>
          {t("unitKey.dueText", { posts: formers.join(", ") })}
        </Alert>
      )}
      {proposal && (
        <ProposedKey
          proposal={proposal}
          isFirst={isFirst}
          isBusy={withdraw.isPending}
          onWithdraw={() =>
            withdraw.mutate(unitId, {
              onSuccess: () => announce(t(isFirst ? "unitKey.firstWithdrawn" : "unitKey.withdrawn")),
            })
          }
        />
      )}
      {!proposal && mayRotate && !isClosed && step !== "asked" && (
        <>
          <p className="max-w-prose text-muted">{t(isFirst ? "unitKey.firstWhen" : "unitKey.when")}</p>
          <Button
            variant="secondary"
            className="justify-self-start"
            onClick={() => setStep(isLoginFresh() ? "asked" : "login")}
          >
            {t(isFirst ? "unitKey.proposeFirst" : "unitKey.propose")}
          </Button>
        </>
      )}
      {step === "login" && !isLoginFresh() && <FreshLoginNotice why="members" />}
      {!proposal && step === "asked" && (
        <div className="grid gap-4">
          <h4 ref={focusWhenShown} tabIndex={-1} className="font-semibold">
            {t("unitKey.askTitle")}
          </h4>
          <ol className="grid max-w-prose list-decimal gap-1 pl-6">
            <li>{t(isFirst ? "unitKey.firstStep1" : "unitKey.step1")}</li>
            <li>{t(isFirst ? "unitKey.firstStep2" : "unitKey.step2")}</li>
            <li>{t(isFirst ? "unitKey.firstStep3" : "unitKey.step3")}</li>
          </ol>
          {!isFirst && unsigned.length > 0 && (
            <Alert tone="info">{t("unitKey.leftOut", { posts: unsigned.join(", ") })}</Alert>
          )}
          <div className="flex flex-wrap gap-3">
            <Button onClick={proposeNow} busy={propose.isPending ? t("unitKey.proposing") : undefined}>
              {t("unitKey.proposeNow")}
            </Button>
            <Button variant="secondary" onClick={() => setStep("none")}>
              {t("common.cancel")}
            </Button>
          </div>
        </div>
      )}
      {trouble && <ProblemAlert problem={problemOf(trouble)} signInAs="official" />}
      {unsealed > 0 && mayRotate && <ResealCases unitId={unitId} unsealed={unsealed} onSettled={refresh} />}
    </section>
  );
}
