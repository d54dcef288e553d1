import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireViewer } from "../../../../auth/viewer.ts";
import { KeysGate } from "../../../../components/keys/keys-gate.tsx";
import { inLanguage } from "../../../../components/services/service.ts";
import { getI18n } from "../../../../i18n/server.ts";
import { paths } from "../../../../lib/paths.ts";
import { bridge } from "../../../../server/bridge.ts";
import { DraftGate } from "./_components/draft-gate.tsx";

type SendPageProps = PageProps<"/senden/[slug]">;

async function findService({ params }: SendPageProps) {
  const { slug } = await params;
  const { locale } = await getI18n();
  const { services } = await bridge().listServices();
  const found = services.find((service) => service.slug === slug);
  const [service] = found ? inLanguage({ services: [found] }, locale) : [];
  return found && service ? { ...service, key: found.key } : notFound();
}

export async function generateMetadata(props: SendPageProps): Promise<Metadata> {
  const { title } = await findService(props);
  return { title };
}

export default async function SendPage(props: SendPageProps) {
  const service = await findService(props);
  await requireViewer("citizen", paths.send(service.slug));
  const form = await bridge().getForm(service.key);
  return (
    <KeysGate kind="citizen">
      <DraftGate service={service} form={form} />
    </KeysGate>
  );
}
