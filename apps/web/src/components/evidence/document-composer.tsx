"use client";

import type { RequestedItem } from "@dvd/domain/message/content";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { keyHolder } from "../../crypto/client.ts";
import type { Attached } from "../../crypto/worker.ts";
import { useI18n } from "../../i18n/client.tsx";
import { inReadersWords } from "../../lib/cases/in-readers-words.ts";
import { caseKeys } from "../../lib/cases/query-keys.ts";
import { type Deliver, useSendMessage } from "../../lib/cases/use-send-message.ts";
import { useIsEvictable } from "../../lib/device/use-persistence.ts";
import type { UploadQueue } from "../../lib/uploads/upload-queue.ts";
import { useUploads } from "../../lib/uploads/use-uploads.ts";
import { Composer } from "../conversation/composer.tsx";
import type { EvidenceLabel } from "../services/read-evidence-labels.ts";
import { DocumentSlots } from "../uploads/document-slots.tsx";
import type { Slot } from "../uploads/document-slot.tsx";

type DocumentComposerProps = {
  accountId: string;
  caseId: string;
  /** Keeps the documents of an answer apart from those of an addition, also after a reload. */
  purpose: "answer" | "addition";
  items: readonly RequestedItem[];
  /** What the service asks for, in the reader's language. */
  evidence: readonly EvidenceLabel[];
  from: string;
  /** What has come to this case since it was received has to fit together with what is picked here. */
  storedBytes: number;
  text: { label: string; hint: string; send: string };
  deliver?: Deliver;
};

const mostPerSlot = 10;

/**
 * Words and documents for a case that was sent already. The documents travel while somebody still writes, and become
 * part of the case only with the message: it names each of them, so that none can be exchanged or left out later.
 */
export function DocumentComposer(props: DocumentComposerProps) {
  const { accountId, caseId, purpose, items: asked, evidence, from, storedBytes, text, deliver } = props;
  const { t } = useI18n();
  const queryClient = useQueryClient();
  const uploads = useUploads(accountId, `${purpose}/${caseId}`);
  const isEvictable = useIsEvictable(uploads.items.length > 0);
  const send = useSendMessage(caseId);
  const { queue, isOwn, items } = uploads;
  useEffect(() => {
    if (isOwn) queue.start(caseId);
  }, [isOwn, queue, caseId]);

  const slots = asked.map((item, place): Slot => {
    const { label, original } = inReadersWords(item, evidence);
    const why = original && t("evidence.original", { label: original });
    // What is asked for is not voluntary; who does not have it says so in words.
    return { id: slotOf(place), label, why, required: true, max: mostPerSlot };
  });
  const submit = async (words: string) => {
    await queue.transferred();
    await queue.finish();
    const attached = await attachedOf(queue, asked);
    await send({ from, text: words }, { attached, ...(deliver && { deliver }) });
    await queue.end();
    await queryClient.invalidateQueries({ queryKey: caseKeys.one(caseId) });
  };

  return (
    <Composer
      name={`${purpose}/${caseId}`}
      label={text.label}
      hint={text.hint}
      sendText={text.send}
      signInAs="citizen"
      hasAttachments={items.length > 0}
      attachments={
        <>
          <DocumentSlots slots={slots} uploads={uploads} storedBytes={storedBytes} />
          <p className="text-muted text-sm">
            {t("evidence.travelling")} {isEvictable && t("evidence.evictable")}
          </p>
        </>
      }
      onSend={submit}
    />
  );
}

const slotOf = (place: number) => `item-${place + 1}`;

/** Which documents lie in which place, as the server calls them; named as the office has asked for them. */
async function attachedOf(queue: UploadQueue, asked: readonly RequestedItem[]) {
  const attached: Attached[] = [];
  for (const [place, item] of asked.entries()) {
    const documentIds: string[] = [];
    for (const { fileId, slot } of queue.all()) {
      const sealed = slot === slotOf(place) ? await keyHolder().sealedFile(fileId) : null;
      if (sealed) documentIds.push(sealed.documentId);
    }
    if (documentIds.length > 0) attached.push({ ...item, documentIds });
  }
  return attached;
}
