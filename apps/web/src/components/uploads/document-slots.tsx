"use client";

import { limits, roomBeside } from "@dvd/domain/document/limits";
import { useI18n } from "../../i18n/client.tsx";
import { formatBytes } from "../../lib/format.ts";
import type { Uploads } from "../../lib/uploads/use-uploads.ts";
import { Alert } from "../../ui/alert.tsx";
import { DocumentSlot, type Elsewhere, type Slot } from "./document-slot.tsx";
import { useSpokenUploads } from "./use-spoken-uploads.ts";

type DocumentSlotsProps = {
  slots: readonly Slot[];
  uploads: Uploads;
  elsewhere?: Elsewhere;
  /** For what is added to a case later: sealed bytes that were added already. */
  storedBytes?: number;
  /** By slot: what is wrong with it, in words. */
  errors?: Readonly<Record<string, string>>;
};

const nothingElsewhere: Elsewhere = { documents: [], onSettled: () => undefined };

/**
 * A place for every document that is asked for, and what is on its way. Knows neither where it goes nor when it is
 * submitted: `uploads` is from `useUploads`, and whoever has a case starts its queue.
 */
export function DocumentSlots(props: DocumentSlotsProps) {
  const { slots, uploads, elsewhere = nothingElsewhere, storedBytes, errors = {} } = props;
  const { t, locale } = useI18n();
  useSpokenUploads(uploads.items);
  if (!uploads.isOwn) {
    return (
      <Alert tone="info" title={t("uploads.elsewhereTitle")}>
        {t("uploads.elsewhere")}
      </Alert>
    );
  }
  const room = {
    // One is for what is not picked but written: the answers.
    files: limits.documentsPerSubmission - 1 - uploads.items.length,
    bytes: roomBeside(uploads.items, storedBytes),
  };
  return (
    <div className="grid gap-9">
      {slots.map((slot) => (
        <DocumentSlot
          key={slot.id}
          slot={slot}
          uploads={uploads}
          elsewhere={elsewhere}
          room={room}
          error={errors[slot.id]}
        />
      ))}
      <p className="text-muted text-sm">
        {t(storedBytes === undefined ? "uploads.room" : "uploads.roomLater", {
          left: formatBytes(room.bytes, locale, "long"),
        })}
      </p>
    </div>
  );
}
