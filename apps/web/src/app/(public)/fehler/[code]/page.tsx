import { statusOf } from "@dvd/api/errors";
import { firstSentence } from "@dvd/domain/error-texts/error-texts";
import { isDomainErrorCode } from "@dvd/domain/errors";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProsePage, ProseSection } from "../../../../components/prose-page.tsx";
import { RouteButton } from "../../../../components/route-link.tsx";
import { errorSentence } from "../../../../i18n/index.ts";
import { getI18n } from "../../../../i18n/server.ts";
import { paths } from "../../../../lib/paths.ts";
import { DescriptionList } from "../../../../ui/description-list.tsx";

type RefusalPageProps = PageProps<"/fehler/[code]">;

/** The sentences of a code in the reader's language: what happened, and then what is safe and what to do. */
async function readRefusal(params: RefusalPageProps["params"]) {
  const { code } = await params;
  if (!isDomainErrorCode(code)) notFound();
  const { dictionary } = await getI18n();
  const text = errorSentence(dictionary, code);
  const title = firstSentence(text);
  return { code, title, rest: text.slice(title.length).trim() };
}

export async function generateMetadata({ params }: RefusalPageProps): Promise<Metadata> {
  const { title } = await readRefusal(params);
  return { title };
}

/** What the `type` of a problem names (RFC 9457), for whoever finds it in an answer or in a log. */
export default async function RefusalPage({ params }: RefusalPageProps) {
  const { t } = await getI18n();
  const { code, title, rest } = await readRefusal(params);
  return (
    <ProsePage title={title} lead={rest}>
      <ProseSection title={t("pages.refusal.askTitle")}>
        <p>{t("pages.refusal.askText")}</p>
        <p>
          <RouteButton href={paths.help}>{t("pages.refusal.toHelp")}</RouteButton>
        </p>
      </ProseSection>
      <ProseSection title={t("pages.refusal.programsTitle")}>
        <DescriptionList
          items={[
            { term: t("pages.refusal.code"), value: <code className="break-words">{code}</code> },
            { term: t("pages.refusal.status"), value: statusOf[code].http },
          ]}
        />
      </ProseSection>
    </ProsePage>
  );
}
