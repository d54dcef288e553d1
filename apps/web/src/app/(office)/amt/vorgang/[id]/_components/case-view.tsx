"use client";

import { useRef } from "react";
import { CaseHistory } from "../../../../../../components/cases/case-history.tsx";
import { Conversation } from "../../../../../../components/conversation/conversation.tsx";
import { DocumentList } from "../../../../../../components/documents/document-list.tsx";
import type { EvidenceLabel } from "../../../../../../components/services/read-evidence-labels.ts";
import { StaleKeys } from "../../../../../../components/stale-keys.tsx";
import type { OpenedMessage } from "../../../../../../crypto/contents.ts";
import { useI18n } from "../../../../../../i18n/client.tsx";
import type { OpenedCase } from "../../../../../../lib/cases/open-case.ts";
import { Skeleton } from "../../../../../../ui/skeleton.tsx";
import { AskEvidence } from "./ask-evidence.tsx";
import { CaseHead } from "./case-head.tsx";
import { ClaimCard } from "./claim-card.tsx";
import { CopyCard } from "./copy-card.tsx";
import { RecusalSection } from "./recusal-section.tsx";
import { Reply } from "./reply.tsx";
import { ResumeCase } from "./resume-case.tsx";
import { StandingNote } from "./standing-note.tsx";
import { UnsignedNote } from "./unsigned-note.tsx";
import { WronglySealedNote } from "./wrongly-sealed-note.tsx";

type CaseViewProps = {
  opened: OpenedCase;
  title: string;
  /** What the service asks for. */
  evidence: readonly EvidenceLabel[];
  messages: OpenedMessage[] | undefined;
};

export function CaseView({ opened, title, evidence, messages }: CaseViewProps) {
  const { t } = useI18n();
  const { summary, documents } = opened;
  const conversation = useRef<HTMLHeadingElement>(null);
  const person = messages?.[0]?.content?.from.trim() ?? null;
  const otherName = person || t("office.someone");
  return (
    <div className="grid grid-cols-1 gap-8">
      <CaseHead opened={opened} title={title} person={person} isReading={messages === undefined} />
      <CopyCard opened={opened} />
      <StaleKeys isFresh={opened.isFresh} />
      <div className="grid gap-4 empty:hidden">
        <UnsignedNote maySpeak={opened.maySpeak} />
        <WronglySealedNote isWronglySealed={opened.isWronglySealed} />
        <StandingNote summary={summary} otherName={otherName} />
        <ResumeCase summary={summary} otherName={otherName} onResumed={() => conversation.current?.focus()} />
      </div>
      <ClaimCard opened={opened} onClaimed={() => conversation.current?.focus()} />
      <div className="grid grid-cols-1 gap-x-12 gap-y-10 lg:grid-cols-[22rem_1fr]">
        <div className="grid grid-cols-1 content-start gap-10">
          <section>
            <h2 className="mb-4 text-xl">{t("office.documents")}</h2>
            <DocumentList caseId={summary.caseId} documents={documents} mySide="official" otherName={otherName} />
          </section>
          <section>
            <h2 className="mb-4 text-xl">{t("office.history")}</h2>
            <CaseHistory caseId={summary.caseId} documents={documents} side="official" />
          </section>
        </div>
        <section className="min-w-0">
          <h2 ref={conversation} tabIndex={-1} className="mb-4 text-xl">
            {t("office.conversation")}
          </h2>
          {messages ? (
            <Conversation messages={messages} documents={documents} mySide="official" />
          ) : (
            <Skeleton className="h-40 rounded-card" />
          )}
          {messages && opened.maySpeak && summary.may.write && <Reply summary={summary} otherName={otherName} />}
          {messages && opened.maySpeak && summary.may.askCitizen && (
            <AskEvidence summary={summary} offered={evidence} otherName={otherName} />
          )}
        </section>
      </div>
      <RecusalSection summary={summary} />
    </div>
  );
}
