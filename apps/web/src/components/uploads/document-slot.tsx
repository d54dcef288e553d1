"use client";

import type { DraftDocument } from "@dvd/domain/form/draft-content";
import { useRef } from "react";
import { useI18n } from "../../i18n/client.tsx";
import type { UploadItem } from "../../lib/uploads/upload-item.ts";
import type { Room } from "../../lib/uploads/sort-picked.ts";
import type { Uploads } from "../../lib/uploads/use-uploads.ts";
import { Field, FieldError } from "../../ui/field.tsx";
import { FilePicker } from "../../ui/file-picker.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";
import { ElsewhereRow } from "./elsewhere-row.tsx";
import { PhotoPages } from "./photo-pages.tsx";
import { RemovedRow } from "./removed-row.tsx";
import { UploadRow } from "./upload-row.tsx";
import { offeredFiles, usePick } from "./use-pick.ts";

/** A place for one of the documents that are asked for. */
export type Slot = { id: string; label: string; why: string | null; required: boolean; max: number };

/** What was picked on another device, and how to say of some of it that it is settled. */
export type Elsewhere = {
  documents: readonly DraftDocument[];
  onSettled: (documents: readonly DraftDocument[]) => void;
};

type DocumentSlotProps = {
  slot: Slot;
  uploads: Uploads;
  elsewhere: Elsewhere;
  room: Room;
  error: string | undefined;
};

export function DocumentSlot({ slot, uploads, elsewhere, room, error }: DocumentSlotProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const { queue } = uploads;
  const inSlot = (item: UploadItem) => item.slot === slot.id;
  const items = uploads.items.filter(inSlot);
  const listed = uploads.all.filter(inSlot);
  const absent = elsewhere.documents.filter((document) => document.slot === slot.id);
  const pages = uploads.photos.all.filter((page) => page.slot === slot.id);
  const pick = usePick(uploads, slot, { ...room, files: Math.min(slot.max - items.length, room.files) });
  const area = useRef<HTMLDivElement>(null);
  const focusPicker = () => area.current?.querySelector("button")?.focus();

  const take = async (files: readonly File[]) => {
    const taken = await pick.take(files);
    elsewhere.onSettled(
      absent.filter(({ name, size }) => taken.some((file) => file.name === name && file.size === size)),
    );
  };
  /** Whatever the person takes instead: it may be called otherwise on this device. */
  const takeInstead = async (document: DraftDocument, file: File) => {
    const [taken] = await pick.take([file]);
    if (taken) settle(document);
  };
  const settle = (document: DraftDocument) => {
    elsewhere.onSettled([document]);
    focusPicker();
  };

  const remove = ({ fileId, name }: UploadItem) => {
    queue.remove(fileId);
    announce(t("uploads.removed", { name }));
  };
  const drop = (fileId: string, hadFocus: boolean) => {
    if (hadFocus) focusPicker();
    void queue.drop(fileId);
  };

  const takePages = (file: File) => {
    const number = items.length > 0 ? ` ${items.length + 1}` : "";
    const name = file.name.replace(/\.pdf$/, `${number}.pdf`);
    if (pick.refuseWithoutRoom(file)) return;
    queue.add([{ slot: slot.id, name, type: file.type, flags: [], file }]);
    uploads.photos.clear(slot.id);
    focusPicker();
  };

  const label = (
    <>
      {slot.label}
      {!slot.required && <span className="font-normal text-muted"> {t("uploads.optional")}</span>}
    </>
  );
  return (
    <div ref={area} data-slot={slot.id} className="grid gap-4">
      <Field label={label} hint={slot.why} error={error}>
        {(control) => (
          <FilePicker
            control={control}
            buttonText={t(items.length > 0 ? "uploads.pickMore" : "uploads.pick")}
            dropText={t("uploads.drop")}
            cameraText={t("uploads.camera")}
            accept={offeredFiles}
            multiple
            onPick={(files) => void take(files)}
          />
        )}
      </Field>
      {pick.refusals.map(({ id, text }) => (
        <FieldError key={id} id={id}>
          {text}
        </FieldError>
      ))}
      {pages.length > 0 && (
        <PhotoPages
          pages={pages}
          photos={uploads.photos}
          name={slot.label}
          onDone={takePages}
          onUnreadable={(name) => pick.refuse(t("uploads.photos.unreadable", { name }))}
        />
      )}
      {listed.length + absent.length > 0 && (
        <ul aria-label={t("uploads.listOf", { slot: slot.label })} className="grid gap-3">
          {listed.map((item) =>
            item.isRemoved ? (
              <RemovedRow
                key={item.fileId}
                item={item}
                onPutBack={() => queue.putBack(item.fileId)}
                onDrop={(hadFocus) => drop(item.fileId, hadFocus)}
              />
            ) : (
              <UploadRow
                key={item.fileId}
                item={item}
                queue={queue}
                accept={offeredFiles}
                onRemove={() => remove(item)}
              />
            ),
          )}
          {absent.map((document) => (
            <ElsewhereRow
              key={`${document.name}/${document.size}`}
              document={document}
              accept={offeredFiles}
              onPick={(file) => void takeInstead(document, file)}
              onRemove={() => {
                settle(document);
                announce(t("uploads.removed", { name: document.name }));
              }}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
