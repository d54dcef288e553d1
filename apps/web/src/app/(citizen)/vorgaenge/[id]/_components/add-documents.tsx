import { DocumentComposer } from "../../../../../components/evidence/document-composer.tsx";
import type { EvidenceLabel } from "../../../../../components/services/read-evidence-labels.ts";
import type { OpenedMessage } from "../../../../../crypto/contents.ts";
import type { CaseAnswer } from "../../../../../crypto/wire-types.ts";
import { useI18n } from "../../../../../i18n/client.tsx";
import { addedBytes } from "../../../../../lib/cases/added-bytes.ts";
import { unansweredRequest } from "../../../../../lib/cases/open-request.ts";
import { ownName } from "../../../../../lib/cases/own-name.ts";

type AddDocumentsProps = {
  accountId: string;
  opened: CaseAnswer;
  messages: readonly OpenedMessage[];
  evidence: readonly EvidenceLabel[];
};

/** For what comes to mind later, or comes by post: nobody has to be asked first. */
export function AddDocuments({ accountId, opened, messages, evidence }: AddDocumentsProps) {
  const { t } = useI18n();
  // The office went on without an answer: what was asked for, and picked for it already, still has its places.
  const asked = unansweredRequest(messages)?.request;
  return (
    <details
      key={JSON.stringify(asked?.items)}
      data-print="no"
      className="rounded-card border border-line bg-raised px-5 py-2"
    >
      <summary className="link flex min-h-11 w-fit cursor-pointer items-center">
        {t(asked ? "evidence.late.open" : "evidence.more.open")}
      </summary>
      <div className="mt-2 pb-4">
        {asked && <p className="mb-4">{t("evidence.late.text")}</p>}
        <DocumentComposer
          accountId={accountId}
          caseId={opened.summary.caseId}
          storedBytes={addedBytes(opened)}
          purpose={asked ? "answer" : "addition"}
          items={asked?.items ?? [{ label: t("evidence.more.slot") }]}
          evidence={evidence}
          from={ownName(messages) ?? t("case.fallbackName")}
          text={{ label: t("evidence.more.text"), hint: t("case.messageHint"), send: t("evidence.more.send") }}
        />
      </div>
    </details>
  );
}
