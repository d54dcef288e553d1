"use client";

import { acceptedMediaTypes } from "@dvd/domain/document/limits";
import { useId, useState } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { formatBytes } from "../../lib/format.ts";
import { checkPdf, type PdfFault } from "../../lib/uploads/check-pdf.ts";
import type { PickedDocument, UploadQueue } from "../../lib/uploads/upload-queue.ts";
import { useAnnounce } from "../../ui/live-region.tsx";
import type { Slot } from "./document-slot.tsx";

export const acceptedFiles = `${acceptedMediaTypes.join(",")},.pdf`;

type Refusal = { id: string; text: string };

/** Looks at each picked file before any work starts, takes in what is right, and says of the rest what to do about it. */
export function usePick(queue: UploadQueue, slot: Slot, room: number) {
  const { t, locale } = useI18n();
  const announce = useAnnounce();
  const id = useId();
  const [refusals, setRefusals] = useState<Refusal[]>([]);

  function faultText(file: File, fault: PdfFault) {
    if (fault === "tooLarge") return t("uploads.refused.tooLarge", { size: formatBytes(file.size, locale, "long") });
    return t(`uploads.refused.${fault}`);
  }

  const asPicked = (file: File, isEncrypted: boolean): PickedDocument => ({
    slot: slot.id,
    name: file.name,
    type: "application/pdf",
    flags: isEncrypted ? ["password"] : [],
    file,
  });

  return {
    refusals,
    async take(files: readonly File[]) {
      const taken: PickedDocument[] = [];
      const refused: string[] = [];
      for (const file of files) {
        const check = await checkPdf(file).catch(() => ({ fault: "cutShort" as const }));
        const tooMany = taken.length >= room ? t("uploads.refused.tooMany", { max: slot.max }) : null;
        const fault = tooMany ?? (check.fault && faultText(file, check.fault));
        if (fault !== null) refused.push(t("uploads.refused.named", { name: file.name, fault }));
        else if (check.fault === null) taken.push(asPicked(file, check.isEncrypted));
      }
      queue.add(taken);
      setRefusals(refused.map((text, index) => ({ id: `${id}-${index}`, text })));
      const said = [taken.length > 0 && t("uploads.picked", { count: taken.length }), ...refused].filter(Boolean);
      announce(said.join(" "), refused.length > 0 ? "assertive" : "polite");
    },
  };
}
