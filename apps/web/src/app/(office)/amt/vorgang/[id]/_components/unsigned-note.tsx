import { useI18n } from "../../../../../../i18n/client.tsx";
import { Alert } from "../../../../../../ui/alert.tsx";

/** For whoever can read and has not been signed for yet: why there is nothing here to answer with, and who mends that. */
export function UnsignedNote({ maySpeak }: { maySpeak: boolean }) {
  const { t } = useI18n();
  if (maySpeak) return null;
  return (
    <Alert tone="warning" title={t("colleagues.youUnsigned")}>
      {t("colleagues.youUnsignedText")}
    </Alert>
  );
}
