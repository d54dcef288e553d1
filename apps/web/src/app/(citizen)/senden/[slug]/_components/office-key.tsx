import { Fingerprint } from "../../../../../components/fingerprint.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import { KeyIcon, LockIcon } from "../../../../../ui/icons.tsx";

type OfficeKeyProps = { fingerprint: string | null; hasFailed: boolean };

/** The state of the receiver's key in words. Comparing the number is offered, never a duty. */
export function OfficeKey({ fingerprint, hasFailed }: OfficeKeyProps) {
  const { t } = useI18n();
  return (
    <div className="mt-4 grid gap-2.5 border-line border-t pt-4 text-sm">
      <p className="flex gap-2.5">
        <LockIcon className="mt-0.5 size-5 text-action" />
        {t("wizard.onlyYouTitle")}
      </p>
      {!hasFailed && (
        <p className="flex gap-2.5">
          <KeyIcon className="mt-0.5 size-5 text-action" />
          {t(fingerprint ? "wizard.check.keyChecked" : "wizard.check.keyChecking")}
        </p>
      )}
      {fingerprint && (
        <details>
          <summary className="link inline-block min-h-6 cursor-pointer">{t("wizard.check.fingerprint")}</summary>
          <div className="mt-2 grid gap-2">
            <Fingerprint>{fingerprint}</Fingerprint>
            <p className="text-muted">{t("wizard.check.fingerprintHint")}</p>
          </div>
        </details>
      )}
    </div>
  );
}
