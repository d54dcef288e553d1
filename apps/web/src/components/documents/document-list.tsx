"use client";

import type { StoredDocument } from "../../crypto/wire-types.ts";
import { useI18n } from "../../i18n/client.tsx";
import { useCaseEvents } from "../../lib/cases/use-case-events.ts";
import { DocumentItem } from "./document-item.tsx";

export type Side = "citizen" | "official";

type DocumentListProps = {
  caseId: string;
  documents: readonly StoredDocument[];
  mySide: Side;
  /** How the other side is called here: the office for citizens, the person for officials. */
  otherName: string;
};

/** Documents of an open case. Their names are sealed with them, so until one is opened it only has a number. */
export function DocumentList({ caseId, documents, mySide, otherName }: DocumentListProps) {
  const { t } = useI18n();
  const { data: events } = useCaseEvents(caseId);
  const openedAt = ({ documentId }: StoredDocument) =>
    events &&
    (events.find(({ kind, subjectId }) => kind === "document.opened" && subjectId === documentId)?.at ?? null);
  if (documents.length === 0) return <p className="text-muted">{t("documents.none")}</p>;
  return (
    <ul className="grid gap-3">
      {documents.map((document, index) => (
        <li key={document.documentId}>
          <DocumentItem
            caseId={caseId}
            document={document}
            number={index + 1}
            from={document.sender === mySide ? null : otherName}
            mySide={mySide}
            openedAt={openedAt(document)}
          />
        </li>
      ))}
    </ul>
  );
}
