"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useI18n } from "../i18n/client.tsx";
import { useNextTurn } from "../lib/busy/use-next-turn.ts";
import { Alert } from "../ui/alert.tsx";
import { useAnnounce } from "../ui/live-region.tsx";

/** Said once more shortly before the end, so that nobody waits in silence, and not every second. */
const lastCallSeconds = 10;
/** A timer may ring a moment before the clock says so. */
const clockSlackMs = 250;

/** Somebody, or everybody here together, did too much at once: says how long it takes and that nothing has to be done. */
export function BusyNotice() {
  const at = useNextTurn();
  useSpokenEnd(at);
  return at === null ? null : <Countdown key={at} at={at} />;
}

/** By somebody who stays: the countdown is gone at the very moment when this is to be said. */
function useSpokenEnd(at: number | null) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const last = useRef<number | null>(null);
  const onChange = useEffectEvent((next: number | null) => {
    const before = last.current;
    last.current = next;
    // Given up before its time, nothing is tried again.
    if (next === null && before !== null && Date.now() >= before - clockSlackMs) announce(t("busy.now"));
  });
  useEffect(() => onChange(at), [at]);
}

function Countdown({ at }: { at: number }) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const secondsLeft = () => Math.max(0, Math.ceil((at - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(secondsLeft);

  const begin = useEffectEvent(() => {
    announce(`${t("busy.title")} ${t("busy.text", { seconds: secondsLeft() })}`);
  });
  const tick = useEffectEvent(() => {
    const left = secondsLeft();
    if (left === seconds) return;
    setSeconds(left);
    // A busy page may skip a second, also this one.
    if (seconds > lastCallSeconds && left <= lastCallSeconds && left > 0) announce(t("busy.text", { seconds: left }));
  });
  useEffect(() => {
    begin();
    const timer = setInterval(() => tick(), 250);
    return () => clearInterval(timer);
  }, []);

  return (
    <div data-print="no" className="mt-4">
      <Alert tone="info" title={t("busy.title")}>
        <p>{seconds > 1 ? t("busy.text", { seconds }) : t("busy.now")}</p>
      </Alert>
    </div>
  );
}
