"use client";

import { Fingerprint } from "../../../../../components/fingerprint.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import type { UnitKeyState } from "../../../../../lib/members/use-unit-keys.ts";
import { useDateText } from "../../../../../lib/use-date-text.ts";
import { Alert } from "../../../../../ui/alert.tsx";
import { Button } from "../../../../../ui/button.tsx";

type ProposedKeyProps = {
  proposal: NonNullable<UnitKeyState["proposal"]>;
  /** Of a unit that has none yet: who proposes it reads their own digits out as well. */
  isFirst: boolean;
  isBusy: boolean;
  onWithdraw: () => void;
};

/** A key that nobody has signed yet, and what the unit does about it: read its digits to the key office. */
export function ProposedKey({ proposal, isFirst, isBusy, onWithdraw }: ProposedKeyProps) {
  const { postSign, proposedAt, digits } = proposal;
  const { t } = useI18n();
  const date = useDateText();
  return (
    <div className="grid gap-4">
      {digits.is === "broken" || digits.is === "losing" ? (
        <Alert tone="danger" title={t(`unitKey.${digits.is}Title`)}>
          {t(`unitKey.${digits.is}Text`)}
        </Alert>
      ) : (
        <Alert tone="info" title={t(isFirst ? "unitKey.firstOpenTitle" : "unitKey.openTitle")}>
          <p>
            {t(isFirst ? "unitKey.firstOpenText" : "unitKey.openText", { post: postSign, at: date.recent(proposedAt) })}
          </p>
          {digits.is === "unchecked" && <p className="mt-1">{t("unitKey.unchecked")}</p>}
          {digits.is === "not-for-you" && (
            <p className="mt-1">{t(isFirst ? "unitKey.firstNotForYou" : "unitKey.notForYou")}</p>
          )}
        </Alert>
      )}
      {digits.is === "shown" && (
        <>
          <p className="max-w-prose">{t(isFirst ? "unitKey.firstDigitsText" : "unitKey.digitsText")}</p>
          <p className="font-semibold text-lg">
            <span className="sr-only">{t("unitKey.digits")} </span>
            <Fingerprint>{digits.digits}</Fingerprint>
          </p>
        </>
      )}
      {/* Sealed for everybody whom the authority has signed for, and they may take it back. */}
      {digits.is !== "not-for-you" && (
        <Button
          variant="secondary"
          className="justify-self-start"
          onClick={onWithdraw}
          busy={isBusy ? t("unitKey.withdrawing") : undefined}
        >
          {t("unitKey.withdraw")}
        </Button>
      )}
    </div>
  );
}
