"use client";

import { type DraftContent, writeDraft } from "@dvd/domain/form/draft-content";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { keyHolder } from "../../crypto/client.ts";
import { useTRPCClient } from "../trpc/client.ts";
import type { Begun } from "./begin-draft.ts";
import { createDraftKeeper, type Kept } from "./draft-keeper.ts";
import { tabDraft } from "./tab-draft.ts";

const saveAfterMs = 1_000;
/** Each page is a write on the server otherwise, and a person has a budget of them. */
const shareEveryMs = 15_000;

type Keeping = {
  begun: Begun;
  accountId: string;
  /** Null while there is nothing to keep, or it must not be kept any more. */
  content: DraftContent | null;
};

/** Keeps what is on the screen: a second after the last change, and when the page is left. */
export function useDraftKeeper({ begun, accountId, content }: Keeping) {
  const client = useTRPCClient();
  const [kept, setKept] = useState<Kept>({ is: "nothing" });
  const [keeper] = useState(() =>
    createDraftKeeper({ ...begun, accountId }, { keys: keyHolder(), client, onChange: setKept }),
  );
  const sharedAt = useRef(0);
  const written = content && writeDraft(content);
  const step = content?.step;

  const save = useEffectEvent(() => void (content && keeper.save(content)));
  useEffect(() => {
    if (written === null) return undefined;
    tabDraft.set(begun.draftId);
    const timer = setTimeout(save, saveAfterMs);
    return () => clearTimeout(timer);
  }, [written, begun.draftId]);
  useEffect(() => {
    const onHide = () => document.visibilityState === "hidden" && save();
    document.addEventListener("visibilitychange", onHide);
    return () => {
      document.removeEventListener("visibilitychange", onHide);
      // On the way to another page of the portal.
      save();
    };
  }, []);

  const share = useEffectEvent(() => {
    sharedAt.current = Date.now();
    void (content && keeper.share(content));
  });
  useEffect(() => {
    if (step === undefined || !keeper.isShared()) return undefined;
    const timer = setTimeout(share, Math.max(saveAfterMs, sharedAt.current + shareEveryMs - Date.now()));
    return () => clearTimeout(timer);
  }, [step, keeper]);

  const again = () => void (content && (keeper.isShared() ? keeper.share(content) : keeper.save(content)));
  return {
    kept,
    /** What is on the screen is nowhere else yet. */
    isUnsaved: written !== null && (kept.is !== "saved" || kept.content !== written),
    /** True when it is there. */
    share: async () => content !== null && keeper.share(content),
    retry: again,
    /** Without waiting for the second after the last change. What goes wrong is shown, and stops nobody. */
    flush: async () => void (content && (await keeper.save(content))),
    insist(other: Parameters<typeof keeper.insist>[0]) {
      keeper.insist(other);
      again();
    },
    async end() {
      tabDraft.clear();
      await keeper.end();
    },
    async discard() {
      await keeper.discard();
      tabDraft.clear();
    },
  };
}

export type DraftKeeping = ReturnType<typeof useDraftKeeper>;
