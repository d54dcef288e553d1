import { useI18n } from "../../../../../../i18n/client.tsx";
import { Alert } from "../../../../../../ui/alert.tsx";

/** For whoever still reads it by the citizen's own envelope: colleagues who came later may not, and somebody is to be told. */
export function WronglySealedNote({ isWronglySealed }: { isWronglySealed: boolean }) {
  const { t } = useI18n();
  if (!isWronglySealed) return null;
  return (
    <Alert tone="warning" title={t("unitKey.wrongTitle")}>
      {t("unitKey.wrongText")}
    </Alert>
  );
}
