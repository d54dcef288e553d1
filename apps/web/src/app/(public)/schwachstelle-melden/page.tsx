import type { Metadata } from "next";
import { ProsePage, ProseSection } from "../../../components/prose-page.tsx";
import { getI18n } from "../../../i18n/server.ts";
import { bridge } from "../../../server/bridge.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("pages.weakness.title") };
}

const machinePath = "/.well-known/security.txt";

/** For who finds a weakness: whom to tell, what to leave alone, what happens then. Named by security.txt. */
export default async function ReportWeaknessPage() {
  const { t } = await getI18n();
  const { securityContact } = bridge();
  return (
    <ProsePage title={t("pages.weakness.title")} lead={t("pages.weakness.lead")}>
      <ProseSection title={t("pages.weakness.whereTitle")}>
        {securityContact ? <Contact address={securityContact} /> : <p>{t("pages.weakness.nowhere")}</p>}
      </ProseSection>
      <ProseSection title={t("pages.weakness.helpsTitle")}>
        <ul className="grid list-disc gap-2 pl-6">
          {(["steps", "when", "number"] as const).map((what) => (
            <li key={what}>{t(`pages.weakness.helps.${what}`)}</li>
          ))}
        </ul>
      </ProseSection>
      <ProseSection title={t("pages.weakness.rulesTitle")}>
        <ul className="grid list-disc gap-2 pl-6">
          {(["own", "calm", "people", "time"] as const).map((rule) => (
            <li key={rule}>{t(`pages.weakness.rules.${rule}`)}</li>
          ))}
        </ul>
        <p>{t("pages.weakness.freedom")}</p>
      </ProseSection>
      <ProseSection title={t("pages.weakness.promiseTitle")}>
        <p>{t("pages.weakness.promiseText")}</p>
      </ProseSection>
    </ProsePage>
  );
}

async function Contact({ address }: { address: string }) {
  const { t } = await getI18n();
  return (
    <>
      <p>
        {t("pages.weakness.whereText")}{" "}
        <a href={address} className="link break-words">
          {address.replace(/^mailto:/, "")}
        </a>
      </p>
      <p>
        {t("pages.weakness.machineText")}{" "}
        <a href={machinePath} className="link break-words">
          {machinePath}
        </a>
        .
      </p>
    </>
  );
}
