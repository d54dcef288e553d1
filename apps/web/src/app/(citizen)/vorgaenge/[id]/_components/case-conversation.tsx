import { Composer } from "../../../../../components/conversation/composer.tsx";
import { Conversation } from "../../../../../components/conversation/conversation.tsx";
import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import type { EvidenceLabel } from "../../../../../components/services/read-evidence-labels.ts";
import type { CaseAnswer } from "../../../../../crypto/wire-types.ts";
import { useI18n } from "../../../../../i18n/client.tsx";
import { ownName } from "../../../../../lib/cases/own-name.ts";
import type { useConversation } from "../../../../../lib/cases/use-case.ts";
import { useSendMessage } from "../../../../../lib/cases/use-send-message.ts";
import { problemOf } from "../../../../../lib/problem.ts";
import { messageName } from "../../../../../lib/unsent/held.ts";
import { Card } from "../../../../../ui/card.tsx";
import { Skeleton } from "../../../../../ui/skeleton.tsx";
import { StateView } from "../../../../../ui/state-view.tsx";

type CaseConversationProps = {
  summary: CaseAnswer["summary"];
  documents: CaseAnswer["documents"];
  conversation: ReturnType<typeof useConversation>;
  evidence: readonly EvidenceLabel[];
};

export function CaseConversation({ summary, documents, conversation, evidence }: CaseConversationProps) {
  const { data, error, refetch } = conversation;
  const { t } = useI18n();
  const send = useSendMessage(summary.caseId);
  const problem = error && <ProblemAlert problem={problemOf(error)} onRetry={() => void refetch()} />;
  if (!data) {
    return (
      problem ?? (
        <StateView
          state={{
            is: "loading",
            text: t("case.loading"),
            skeleton: <Skeleton className="h-40 w-full rounded-card" />,
          }}
        />
      )
    );
  }
  const from = ownName(data.messages) ?? t("case.fallbackName");
  return (
    <div className="grid gap-8">
      {problem}
      <Conversation messages={data.messages} documents={documents} mySide="citizen" evidence={evidence} />
      {summary.may.write && (
        <Card>
          <Composer
            name={messageName(summary.caseId)}
            label={t("case.messageLabel")}
            hint={t("case.messageHint")}
            sendText={t("case.messageSend")}
            signInAs="citizen"
            onSend={(text) => send({ from, text })}
          />
        </Card>
      )}
    </div>
  );
}
