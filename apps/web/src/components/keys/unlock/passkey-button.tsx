"use client";

import { useState } from "react";
import { useI18n } from "../../../i18n/client.tsx";
import { useKeys } from "../../../lib/keys/keys-provider.tsx";
import { useCanOpenWithPasskeys } from "../../../lib/keys/use-passkeys.ts";
import { Alert } from "../../../ui/alert.tsx";
import { Button } from "../../../ui/button.tsx";
import { useAnnounce } from "../../../ui/live-region.tsx";
import { usePasskeyText } from "../use-passkey-text.ts";

export function PasskeyButton() {
  const { t } = useI18n();
  const announce = useAnnounce();
  const textOf = usePasskeyText();
  const { unlock } = useKeys();
  const canOpen = useCanOpenWithPasskeys();
  const [error, setError] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  if (!canOpen) return null;

  const open = async () => {
    setError(undefined);
    setIsBusy(true);
    try {
      await unlock({ by: "passkey" });
      announce(t("keys.unlock.done"));
    } catch (cause) {
      setIsBusy(false);
      setError(textOf(cause));
      announce(textOf(cause), "assertive");
    }
  };

  return (
    <div className="grid justify-items-start gap-4">
      <div>
        <h2 className="font-semibold">{t("keys.ways.kind.passkey")}</h2>
        <p className="text-muted text-sm">{t("keys.passkey.hint")}</p>
      </div>
      <Button busy={isBusy ? t("keys.passkey.opening") : undefined} onClick={() => void open()}>
        {t("keys.passkey.open")}
      </Button>
      {error && <Alert tone="danger">{error}</Alert>}
    </div>
  );
}
