"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { useI18n } from "../../i18n/client.tsx";
import type { UploadItem } from "../../lib/uploads/upload-item.ts";
import { useAnnounce } from "../../ui/live-region.tsx";
import { useUploadWords } from "./use-upload-words.ts";

const spokenEveryMs = 10_000;
/** States that nobody waits for: to hear of each of them would drown those that matter. */
const silent: readonly UploadItem["state"]["is"][] = ["preparing", "waiting", "retrying"];

type Said = { is: UploadItem["state"]["is"]; quarter: number };

/**
 * Each document at each turn of its way, and on the way every quarter but not more often than every ten seconds: a voice
 * must not run behind.
 */
export function useSpokenUploads(items: readonly UploadItem[]) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const words = useUploadWords();
  const said = useRef(new Map<string, Said>());
  const lastAt = useRef(0);

  const speak = useEffectEvent((now: number, all: readonly UploadItem[]) => {
    const sentences: string[] = [];
    let isUrgent = false;
    for (const item of all) {
      const { is } = item.state;
      const quarter = item.state.is === "sending" ? Math.floor((4 * item.state.sentBytes) / item.state.totalBytes) : 0;
      const before = said.current.get(item.fileId);
      const isTurn = before?.is !== is;
      const isDue = isTurn || (quarter > before.quarter && now - lastAt.current >= spokenEveryMs);
      if (!isDue) continue;
      said.current.set(item.fileId, { is, quarter });
      // What lay here when the page was opened is read with the page.
      if (!before || silent.includes(is) || (is === "sending" && quarter === 0)) continue;
      lastAt.current = now;
      isUrgent ||= is === "failed" || is === "missing";
      sentences.push(t("uploads.spoken", { name: item.name, state: words(item, "long") }));
    }
    if (sentences.length > 0) announce(sentences.join(" "), isUrgent ? "assertive" : "polite");
  });
  useEffect(() => speak(performance.now(), items), [items]);
}
