"use client";

import { largestFileBytes, offeredMediaTypes } from "@dvd/domain/document/limits";
import { useId, useState } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { formatBytes } from "../../lib/format.ts";
import { checkFile, type FileFault } from "../../lib/uploads/check-file.ts";
import type { PickedDocument } from "../../lib/uploads/upload-queue.ts";
import type { Uploads } from "../../lib/uploads/use-uploads.ts";
import { useAnnounce } from "../../ui/live-region.tsx";
import type { Slot } from "./document-slot.tsx";

export const offeredFiles = `${offeredMediaTypes.join(",")},.pdf,.heic`;

type Refusal = { id: string; text: string };
/** What still fits: so many files into this place, and so many bytes beside all files of the submission. */
export type Room = { files: number; bytes: number };

/**
 * Looks at each picked file before any work starts: a PDF is taken in, photos become pages first, and of the rest the
 * person hears what to do about it.
 */
export function usePick({ queue, photos }: Uploads, slot: Slot, room: Room) {
  const { t, locale } = useI18n();
  const announce = useAnnounce();
  const id = useId();
  const [refusals, setRefusals] = useState<Refusal[]>([]);

  function faultText(file: File, fault: FileFault) {
    if (fault === "tooLarge") return t("uploads.refused.tooLarge", { size: formatBytes(file.size, locale, "long") });
    return t(`uploads.refused.${fault}`);
  }

  const noRoomText = (bytes: number, left: number) =>
    t("uploads.refused.noRoomLeft", {
      size: formatBytes(bytes, locale, "long"),
      left: formatBytes(left, locale, "long"),
    });

  async function sort(files: readonly File[]) {
    const documents: PickedDocument[] = [];
    const pictures: File[] = [];
    const refused: string[] = [];
    const refuse = (file: File, fault: string) => refused.push(t("uploads.refused.named", { name: file.name, fault }));
    let left = room.bytes;
    for (const file of files) {
      // Before the work of looking into it.
      if (file.size > left && file.size <= largestFileBytes) {
        refuse(file, noRoomText(file.size, left));
        continue;
      }
      const check = await checkFile(file);
      if (check.is === "refused") refuse(file, faultText(file, check.fault));
      // However many photos there are, they are one document.
      else if (
        documents.length + Math.min(pictures.length, 1) >= room.files &&
        (check.is === "document" || pictures.length === 0)
      )
        refuse(file, t("uploads.refused.tooMany", { max: slot.max }));
      else if (check.is === "picture") pictures.push(file);
      else {
        documents.push({ slot: slot.id, name: file.name, type: "application/pdf", flags: check.flags, file });
        left -= file.size;
      }
    }
    return { documents, pictures, refused };
  }

  return {
    refusals,

    async take(files: readonly File[]) {
      const { documents, pictures, refused } = await sort(files);
      queue.add(documents);
      photos.add(slot.id, pictures);
      setRefusals(refused.map((text, index) => ({ id: `${id}-${index}`, text })));
      const said = [
        documents.length > 0 && t("uploads.picked", { count: documents.length }),
        pictures.length > 0 && t("uploads.photos.picked", { count: pictures.length }),
        ...refused,
      ];
      announce(said.filter(Boolean).join(" "), refused.length > 0 ? "assertive" : "polite");
    },

    /** Whether a document that was made here still fits; says so when it does not. */
    hasRoomFor(file: File) {
      const fits = file.size <= room.bytes;
      if (!fits) this.refuse(t("uploads.refused.named", { name: file.name, fault: noRoomText(file.size, room.bytes) }));
      return fits;
    },

    /** Of something that turned out to be no document after all. */
    refuse(text: string) {
      setRefusals([{ id: `${id}-0`, text }]);
      announce(text, "assertive");
    },
  };
}
