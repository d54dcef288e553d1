"use client";

import type { statusWords } from "@dvd/domain/case/lifecycle";
import { useEffect, useEffectEvent, useRef } from "react";
import { useI18n } from "../../../../../i18n/client.tsx";
import { useAnnounce } from "../../../../../ui/live-region.tsx";

type CitizenStatus = (typeof statusWords)[keyof typeof statusWords]["citizen"];

/** Says a new status once, when it changes while the page is open. */
export function useAnnounceStatus(word: CitizenStatus) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const known = useRef(word);
  const say = useEffectEvent(() => announce(t("case.statusAnnounce", { status: t(`status.citizen.${word}`) })));
  useEffect(() => {
    if (known.current === word) return;
    known.current = word;
    say();
  }, [word]);
}
