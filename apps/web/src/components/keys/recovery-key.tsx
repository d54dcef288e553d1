import { useState } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { formatDate } from "../../lib/format.ts";
import { saveBlob } from "../../lib/save-blob.ts";
import { Button } from "../../ui/button.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";
import { QrCode } from "../../ui/qr-code.tsx";

/** The key in the groups in which it is typed, with three ways to take it along. None of them involves us. */
export function RecoveryKey({ recoveryKey }: { recoveryKey: string }) {
  const { t, locale } = useI18n();
  const announce = useAnnounce();
  const [note, setNote] = useState<string>();
  const [madeAt] = useState(() => new Date().toISOString());

  const tell = (sentence: string) => {
    setNote(sentence);
    announce(sentence);
  };
  const copy = () =>
    navigator.clipboard.writeText(recoveryKey).then(
      () => tell(t("wizard.key.copied")),
      () => tell(t("wizard.key.copyFailed")),
    );
  const about = t("wizard.key.fileText", { date: formatDate(madeAt, locale) });
  const save = () => {
    const text = `${about}\r\n\r\n${recoveryKey}\r\n`;
    saveBlob(new Blob([text], { type: "text/plain" }), t("wizard.key.fileName"));
    tell(t("wizard.key.saved"));
  };

  return (
    // On paper alone and on one sheet: what stands around it on the screen is of no use in a drawer.
    <div
      data-area
      data-print="only"
      className="break-inside-avoid rounded-card border-2 border-action bg-raised p-5 sm:p-6"
    >
      <h2 className="font-semibold">{t("wizard.key.label")}</h2>
      <p className="mt-2 hidden max-w-prose print:block">{about}</p>
      <ol className="mt-4 grid grid-cols-2 gap-2.5 sm:grid-cols-4">
        {recoveryKey.split("-").map((group, index) => (
          <li key={index} className="rounded-control bg-paper px-2 py-2.5 text-center">
            <span className="block text-muted text-sm">{t("wizard.key.group", { number: index + 1 })}</span>
            <span className="font-semibold text-lg tracking-[0.14em]">{group}</span>
          </li>
        ))}
      </ol>
      {/* For the camera of a later day; on paper only, where it does not help anybody looking over a shoulder. */}
      <div className="mt-5 hidden print:block">
        <QrCode text={recoveryKey} title={t("wizard.key.label")} className="size-56 rounded-card" />
      </div>
      <div data-print="no" className="mt-5 flex flex-wrap gap-3">
        <Button variant="secondary" onClick={save}>
          {t("wizard.key.save")}
        </Button>
        <Button variant="secondary" onClick={() => globalThis.print()}>
          {t("wizard.key.print")}
        </Button>
        <Button variant="secondary" onClick={() => void copy()}>
          {t("wizard.key.copy")}
        </Button>
      </div>
      {note && (
        <p data-print="no" className="mt-3 text-sm">
          {note}
        </p>
      )}
    </div>
  );
}
