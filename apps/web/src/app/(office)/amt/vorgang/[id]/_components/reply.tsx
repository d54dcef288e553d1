"use client";

import { Composer } from "../../../../../../components/conversation/composer.tsx";
import { useI18n } from "../../../../../../i18n/client.tsx";
import type { CaseSummary } from "../../../../../../lib/cases/case-summary.ts";
import { useSendMessage } from "../../../../../../lib/cases/use-send-message.ts";
import { messageName } from "../../../../../../lib/unsent/held.ts";
import { useSenderName } from "./use-sender-name.ts";

/** The blue edge says: this goes out. Signed with the official's own key, under the name that lies in their vault. */
export function Reply({ summary, otherName }: { summary: CaseSummary; otherName: string }) {
  const { t } = useI18n();
  const send = useSendMessage(summary.caseId);
  const from = useSenderName(summary.unit);
  return (
    <div data-area className="mt-8 rounded-card border border-line border-l-4 border-l-action bg-raised p-5 sm:p-6">
      <Composer
        name={messageName(summary.caseId)}
        label={t("office.reply", { name: otherName })}
        hint={t("office.replyHint", { name: otherName, from })}
        sendText={t("office.send", { name: otherName })}
        signInAs="official"
        onSend={(text) => send({ from, text })}
      />
    </div>
  );
}
