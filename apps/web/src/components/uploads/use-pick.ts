"use client";

import { offeredMediaTypes } from "@dvd/domain/document/limits";
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

/**
 * Looks at each picked file before any work starts: a PDF is taken in, photos become pages first, and of the rest the
 * person hears what to do about it.
 */
export function usePick({ queue, photos }: Uploads, slot: Slot, room: number) {
  const { t, locale } = useI18n();
  const announce = useAnnounce();
  const id = useId();
  const [refusals, setRefusals] = useState<Refusal[]>([]);

  function faultText(file: File, fault: FileFault) {
    if (fault === "tooLarge") return t("uploads.refused.tooLarge", { size: formatBytes(file.size, locale, "long") });
    return t(`uploads.refused.${fault}`);
  }

  async function sort(files: readonly File[]) {
    const documents: PickedDocument[] = [];
    const pictures: File[] = [];
    const refused: string[] = [];
    const refuse = (file: File, fault: string) => refused.push(t("uploads.refused.named", { name: file.name, fault }));
    for (const file of files) {
      const check = await checkFile(file);
      if (check.is === "refused") refuse(file, faultText(file, check.fault));
      // However many photos there are, they are one document.
      else if (
        documents.length + Math.min(pictures.length, 1) >= room &&
        (check.is === "document" || pictures.length === 0)
      )
        refuse(file, t("uploads.refused.tooMany", { max: slot.max }));
      else if (check.is === "picture") pictures.push(file);
      else documents.push({ slot: slot.id, name: file.name, type: "application/pdf", flags: check.flags, file });
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

    /** Of something that turned out to be no document after all. */
    refuse(text: string) {
      setRefusals([{ id: `${id}-0`, text }]);
      announce(text, "assertive");
    },
  };
}
