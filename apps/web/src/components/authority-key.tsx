import { useI18n } from "../i18n/client.tsx";
import { QrCode } from "../ui/qr-code.tsx";
import { Fingerprint } from "./fingerprint.tsx";

/** The authority's number, for two people who want to compare: read out, or one screen photographed by the other's phone. */
export function AuthorityKey({ fingerprint, hint }: { fingerprint: string; hint: string }) {
  const { t } = useI18n();
  return (
    <div className="grid gap-3">
      <p className="text-muted">{t("wizard.check.fingerprint")}</p>
      <div className="flex flex-wrap items-start gap-x-8 gap-y-4">
        <Fingerprint>{fingerprint}</Fingerprint>
        <QrCode
          text={fingerprint.replaceAll(" ", "")}
          title={t("authorityKey.code")}
          className="size-32 rounded-control"
        />
      </div>
      <p className="max-w-prose text-muted">{hint}</p>
    </div>
  );
}
