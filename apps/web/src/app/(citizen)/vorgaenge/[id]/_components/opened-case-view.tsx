import { isRunning, statusWords } from "@dvd/domain/case/lifecycle";
import { CaseHistory } from "../../../../../components/cases/case-history.tsx";
import { DocumentList } from "../../../../../components/documents/document-list.tsx";
import type { EvidenceLabel } from "../../../../../components/services/read-evidence-labels.ts";
import type { ServiceTitles } from "../../../../../components/services/service-titles.ts";
import { StaleKeys } from "../../../../../components/stale-keys.tsx";
import { TakeAlongButton } from "../../../../../components/take-along/take-along-button.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import type { OpenedCase } from "../../../../../lib/cases/open-case.ts";
import { useConversation } from "../../../../../lib/cases/use-case.ts";
import { usePageTitle } from "../../../../../lib/use-page-title.ts";
import { AddDocuments } from "./add-documents.tsx";
import { CaseConversation } from "./case-conversation.tsx";
import { CaseHeader } from "./case-header.tsx";
import { CaseReceipt } from "./case-receipt.tsx";
import { RequestCard } from "./request-card.tsx";
import { useAnnounceStatus } from "./use-announce-status.ts";
import { WithdrawForm } from "./withdraw-form.tsx";

type OpenedCaseViewProps = {
  accountId: string;
  opened: OpenedCase;
  title: string;
  titles: ServiceTitles;
  /** What the service asks for, in the reader's language. */
  evidence: readonly EvidenceLabel[];
};

export function OpenedCaseView({ accountId, opened, title, titles, evidence }: OpenedCaseViewProps) {
  const { t } = useI18n();
  const { summary, documents, receipt, fingerprint } = opened;
  const conversation = useConversation(summary.caseId, true);
  const messages = conversation.data?.messages ?? [];
  const word = statusWords[summary.state].citizen;
  usePageTitle(title);
  useAnnounceStatus(word);

  return (
    <article>
      <CaseHeader
        summary={summary}
        title={title}
        fingerprint={fingerprint}
        isAnswered={isRunning(summary.state) && !summary.may.answer && messages.at(-1)?.sender === "official"}
      />
      <div className="mt-6 empty:hidden">
        <StaleKeys isFresh={opened.isFresh} />
      </div>
      {summary.may.answer && (
        <div className="mt-6">
          <RequestCard accountId={accountId} opened={opened} messages={messages} evidence={evidence} />
        </div>
      )}
      <div className="mt-10 grid gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]">
        <section>
          <h2 className="mb-5 text-xl">{t("case.conversation")}</h2>
          <CaseConversation summary={summary} documents={documents} conversation={conversation} evidence={evidence} />
        </section>
        <div className="grid grid-cols-1 content-start gap-10">
          <section>
            <h2 className="mb-4 text-xl">{t("case.documents")}</h2>
            <DocumentList caseId={summary.caseId} documents={documents} mySide="citizen" otherName={summary.unit} />
            {messages.length > 0 && summary.may.write && !summary.may.answer && (
              <div className="mt-4">
                <AddDocuments accountId={accountId} opened={opened} messages={messages} evidence={evidence} />
              </div>
            )}
            <div className="mt-4">
              <TakeAlongButton titles={titles} only={summary} />
            </div>
          </section>
          {receipt && <CaseReceipt opened={opened} receipt={receipt} conversation={conversation.data} />}
          <section>
            <h2 className="mb-4 text-xl">{t("case.history")}</h2>
            <CaseHistory caseId={summary.caseId} documents={documents} side="citizen" />
          </section>
          {summary.may.withdraw && <WithdrawForm summary={summary} />}
        </div>
      </div>
    </article>
  );
}
