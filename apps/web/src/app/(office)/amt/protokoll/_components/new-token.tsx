"use client";

import { useState } from "react";
import { useI18n } from "../../../../../i18n/client.tsx";
import type { NewCollectorToken } from "../../../../../lib/audit/use-collectors.ts";
import { formatDate } from "../../../../../lib/format.ts";
import { Button } from "../../../../../ui/button.tsx";
import { focusWhenShown } from "../../../../../ui/focus-when-shown.ts";
import { useAnnounce } from "../../../../../ui/live-region.tsx";

type NewTokenProps = { made: NewCollectorToken; onDone: () => void };

/** The one moment in which the token can be seen. For a machine, so it is copied and not printed. */
export function NewToken({ made: { token, expiresAt }, onDone }: NewTokenProps) {
  const { t, locale } = useI18n();
  const announce = useAnnounce();
  const [note, setNote] = useState<string>();
  const tell = (sentence: string) => {
    setNote(sentence);
    announce(sentence);
  };
  const copy = () =>
    navigator.clipboard.writeText(token).then(
      () => tell(t("audit.collectors.copied")),
      () => tell(t("audit.collectors.copyFailed")),
    );
  return (
    <section data-area data-print="no" className="grid gap-4 rounded-card border-2 border-action bg-raised p-5 sm:p-6">
      <h3 ref={focusWhenShown} tabIndex={-1} className="font-semibold text-lg">
        {t("audit.collectors.newTitle", { day: formatDate(expiresAt, locale) })}
      </h3>
      <p>
        <span className="sr-only">{t("audit.collectors.token")} </span>
        <output className="break-all font-mono">{token}</output>
      </p>
      <p className="max-w-prose">{t("audit.collectors.once")}</p>
      <p className="max-w-prose text-sm">
        <span className="text-muted">{t("audit.collectors.address")} </span>
        <code className="break-all">{`${location.origin}/api/audit/records`}</code>
      </p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => void copy()}>{t("audit.collectors.copy")}</Button>
        <Button variant="secondary" onClick={onDone}>
          {t("audit.collectors.close")}
        </Button>
      </div>
      {note && <p className="text-sm">{note}</p>}
    </section>
  );
}
