"use client";

import { readPasskeySlot } from "@dvd/crypto";
import { fromBase64 } from "../../../crypto/base64.ts";
import { keyHolder } from "../../../crypto/client.ts";
import { useI18n } from "../../../i18n/client.tsx";
import { useKeys } from "../../../lib/keys/keys-provider.tsx";
import { makePasskey } from "../../../lib/keys/passkey.ts";
import { useCanOpenWithPasskeys } from "../../../lib/keys/use-passkeys.ts";
import type { StoredWay, WaysChange } from "../../../lib/keys/use-ways-back.ts";
import { ActionRow } from "../../../ui/action-row.tsx";
import { Button } from "../../../ui/button.tsx";

type AddPasskeyProps = {
  ways: readonly StoredWay[];
  isBusy: boolean;
  onAdd: (prepare: () => Promise<WaysChange>) => void;
};

export function AddPasskey({ ways, isBusy, onAdd }: AddPasskeyProps) {
  const { t } = useI18n();
  const { state } = useKeys();
  const canOpen = useCanOpenWithPasskeys();
  if (!canOpen || state.is !== "ready") return null;
  const { accountId } = state;

  const prepare = async () => {
    const existing = ways.filter(({ kind }) => kind === "passkey");
    const asked = existing.map(({ header }) => readPasskeySlot(fromBase64(header), accountId));
    const passkey = await makePasskey(accountId, t("keys.passkey.label"), asked);
    try {
      return { add: await keyHolder().sealPasskey(passkey) };
    } finally {
      passkey.prfOutput.fill(0);
    }
  };

  return (
    <ActionRow text={t("keys.passkey.about")}>
      <Button variant="secondary" busy={isBusy ? t("keys.passkey.adding") : undefined} onClick={() => onAdd(prepare)}>
        {t("keys.passkey.add")}
      </Button>
    </ActionRow>
  );
}
