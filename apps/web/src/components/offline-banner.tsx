"use client";

import { useSyncExternalStore } from "react";
import { useI18n } from "../i18n/client.tsx";
import { useLiveState } from "../lib/live/use-live.ts";
import { Alert } from "../ui/alert.tsx";

function watchConnection(onChange: () => void) {
  globalThis.addEventListener("online", onChange);
  globalThis.addEventListener("offline", onChange);
  return () => {
    globalThis.removeEventListener("online", onChange);
    globalThis.removeEventListener("offline", onChange);
  };
}

/** Says that the device is offline, or that news come late. What is on the screen stays usable. */
export function OfflineBanner() {
  const { t } = useI18n();
  const live = useLiveState();
  const isOnline = useSyncExternalStore(
    watchConnection,
    () => navigator.onLine,
    () => true,
  );
  if (!isOnline) {
    return (
      <div data-print="no" className="mb-6">
        <Alert tone="warning" title={t("live.offlineTitle")}>
          {t("live.offline")}
        </Alert>
      </div>
    );
  }
  return live === "reconnecting" ? (
    <p data-print="no" className="mb-3 text-muted text-sm">
      {t("live.reconnecting")}
    </p>
  ) : null;
}
