import { type LoginKind, loginKinds } from "@dvd/domain/session/login";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { viewer } from "../../../auth/viewer.ts";
import { RouteButton } from "../../../components/route-link.tsx";
import { getI18n } from "../../../i18n/server.ts";
import { paths } from "../../../lib/paths.ts";
import { leaveProviderPath, signedOutProblems } from "../../../lib/sign-in-path.ts";
import { Alert } from "../../../ui/alert.tsx";
import { Card } from "../../../ui/card.tsx";
import { LinkButton } from "../../../ui/link-button.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("pages.signedOut.title") };
}

/** Where somebody stands who has signed out: here first, and from here at the provider as well. */
export default async function SignedOutPage({ searchParams }: PageProps<"/abgemeldet">) {
  const actor = await viewer();
  // Opened again later, in another window: it would not be true.
  if (actor) redirect(actor.kind === "official" ? paths.inbox : paths.cases);
  const { als, grund } = await searchParams;
  const { t } = await getI18n();
  const kind = loginKinds.find((known) => known === als);
  const problem = signedOutProblems.find((known) => known === grund);
  return (
    <div className="page-width py-10 sm:py-16">
      <div className="grid max-w-[52rem] gap-8">
        <PageHeading lead={t("pages.signedOut.lead")}>{t("pages.signedOut.title")}</PageHeading>
        {problem && (
          <Alert tone="warning" title={t(`pages.signedOut.problems.${problem}.title`)}>
            {t(`pages.signedOut.problems.${problem}.text`)}
          </Alert>
        )}
        {kind && problem !== "not-offered" && <AtProvider kind={kind} />}
        <div>
          <RouteButton href={paths.start} variant="secondary">
            {t("common.toStart")}
          </RouteButton>
        </div>
      </div>
    </div>
  );
}

async function AtProvider({ kind }: { kind: LoginKind }) {
  const { t } = await getI18n();
  return (
    <Card className="grid gap-4">
      <h2 className="text-xl">{t(`pages.signedOut.thereTitle.${kind}`)}</h2>
      <p className="max-w-prose">{t("pages.signedOut.thereText")}</p>
      <div>
        <LinkButton href={leaveProviderPath(kind)}>{t(`pages.signedOut.there.${kind}`)}</LinkButton>
      </div>
    </Card>
  );
}
