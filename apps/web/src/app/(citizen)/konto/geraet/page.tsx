import type { Metadata } from "next";
import { requireViewer } from "../../../../auth/viewer.ts";
import { KeysGate } from "../../../../components/keys/keys-gate.tsx";
import { getI18n } from "../../../../i18n/server.ts";
import { paths } from "../../../../lib/paths.ts";
import { ReleaseDevice } from "./_components/release-device.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("keys.device.releaseTitle") };
}

export default async function ReleaseDevicePage() {
  await requireViewer("citizen", paths.releaseDevice);
  return (
    <KeysGate kind="citizen">
      <ReleaseDevice />
    </KeysGate>
  );
}
