"use client";

import { offeredMediaTypes } from "@dvd/domain/document/limits";
import { useId, useState } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { formatBytes } from "../../lib/format.ts";
import { type Refusal, type Room, sortPicked } from "../../lib/uploads/sort-picked.ts";
import type { Uploads } from "../../lib/uploads/use-uploads.ts";
import { useAnnounce } from "../../ui/live-region.tsx";
import type { Slot } from "./document-slot.tsx";

export const offeredFiles = `${offeredMediaTypes.join(",")},.pdf,.heic`;

type Refused = { id: string; text: string };

/** Takes in what somebody picks for a place, and says of what stays here what to do about it. */
export function usePick({ queue, photos }: Uploads, slot: Slot, room: Room) {
  const { t, locale } = useI18n();
  const announce = useAnnounce();
  const id = useId();
  const [refusals, setRefusals] = useState<Refused[]>([]);

  const inWords = (bytes: number) => formatBytes(bytes, locale, "long");
  function textOf(file: File, why: Refusal) {
    if (why.is === "tooMany") return t("uploads.refused.tooMany", { max: slot.max });
    if (why.is === "noRoom")
      return t("uploads.refused.noRoomLeft", { size: inWords(file.size), left: inWords(why.left) });
    if (why.fault === "tooLarge") return t("uploads.refused.tooLarge", { size: inWords(file.size) });
    return t(`uploads.refused.${why.fault}`);
  }
  const named = (file: File, why: Refusal) => t("uploads.refused.named", { name: file.name, fault: textOf(file, why) });

  return {
    refusals,

    /** Returns those that were taken. */
    async take(files: readonly File[]): Promise<readonly File[]> {
      const { documents, pictures, refused } = await sortPicked(files, room);
      const texts = refused.map(({ file, why }) => named(file, why));
      queue.add(
        documents.map(({ file, flags }) => ({ slot: slot.id, name: file.name, type: "application/pdf", flags, file })),
      );
      photos.add(slot.id, pictures);
      setRefusals(texts.map((text, index) => ({ id: `${id}-${index}`, text })));
      const said = [
        documents.length > 0 && t("uploads.picked", { count: documents.length }),
        pictures.length > 0 && t("uploads.photos.picked", { count: pictures.length }),
        ...texts,
      ];
      announce(said.filter(Boolean).join(" "), texts.length > 0 ? "assertive" : "polite");
      return [...documents.map(({ file }) => file), ...pictures];
    },

    /** Whether a document that was made here was refused, and told so, because it does not fit any more. */
    refuseWithoutRoom(file: File) {
      const fits = file.size <= room.bytes;
      if (!fits) this.refuse(named(file, { is: "noRoom", left: room.bytes }));
      return !fits;
    },

    /** Of something that turned out to be no document after all. */
    refuse(text: string) {
      setRefusals([{ id: `${id}-0`, text }]);
      announce(text, "assertive");
    },
  };
}
