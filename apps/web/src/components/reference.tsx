"use client";

import { useState } from "react";
import { useI18n } from "../i18n/client.tsx";
import { useAnnounce } from "../ui/live-region.tsx";
import { Button } from "../ui/button.tsx";

/** A case number in the groups in which it is dictated. It selects and copies as one word. */
export function Reference({ children, className }: { children: string; className?: string }) {
  return (
    <span className={className}>
      {children.split("-").map((group, index) => (
        <span key={index} className="whitespace-nowrap">
          {index > 0 && "-"}
          {group}
        </span>
      ))}
    </span>
  );
}

export function CopyReference({ children }: { children: string }) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(children);
    } catch {
      // The number stands above as text that can be marked: a browser that forbids copying takes nothing away.
      return;
    }
    setIsCopied(true);
    announce(t("reference.copied"));
  };
  return (
    <Button variant="quiet" data-print="no" onClick={() => void copy()} className="-ml-5 text-sm">
      {t(isCopied ? "reference.copied" : "reference.copy")}
    </Button>
  );
}
