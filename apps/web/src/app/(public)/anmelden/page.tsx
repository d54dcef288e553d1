import { assuranceLevels } from "@dvd/domain/assurance";
import type { Metadata } from "next";
import { kindOf, ownPath } from "../../../auth/own-path.ts";
import { viewer, wasRemoved } from "../../../auth/viewer.ts";
import { RouteButton } from "../../../components/route-link.tsx";
import { getI18n } from "../../../i18n/server.ts";
import { paths } from "../../../lib/paths.ts";
import { Alert } from "../../../ui/alert.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import { Door } from "./_components/door.tsx";
import { signInProblemOf } from "./_components/sign-in-problem.ts";

type SignInProps = PageProps<"/anmelden">;

async function readParameters({ searchParams }: SignInProps) {
  const { als, zurueck, niveau, grund, ende } = await searchParams;
  const back = ownPath(one(zurueck));
  const level = assuranceLevels.find((known) => known === one(niveau));
  const wanted = one(als);
  const preferred = wanted === "official" || wanted === "citizen" ? wanted : kindOf(back ?? paths.start);
  return {
    back,
    preferred,
    level,
    problem: signInProblemOf(one(grund)),
    ended: endings.find((known) => known === one(ende)),
  };
}

const endings = ["time", "elsewhere"] as const;

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

export async function generateMetadata(props: SignInProps): Promise<Metadata> {
  const { t } = await getI18n();
  const { problem } = await readParameters(props);
  return { title: t(problem ? "pages.signIn.failedTitle" : "pages.signIn.title") };
}

export default async function SignInPage(props: SignInProps) {
  const { t } = await getI18n();
  const { back, preferred, level, problem, ended } = await readParameters(props);
  const actor = await viewer();
  const homes = { citizen: paths.cases, official: paths.inbox };
  const doors = preferred === "official" ? (["official", "citizen"] as const) : (["citizen", "official"] as const);
  // An address can claim much; that somebody was removed is said only when it is so.
  const end = ended === "elsewhere" && (await wasRemoved()) ? "removed" : ended;
  const isReturn = back !== null && back !== paths.start && !problem;

  return (
    <div className="page-width py-10 sm:py-16">
      <PageHeading lead={t(isReturn ? "pages.signIn.leadAgain" : "pages.signIn.lead")}>
        {t("pages.signIn.title")}
      </PageHeading>
      <div className="mt-8 grid max-w-[60rem] gap-6">
        {problem && (
          <Alert tone={problem === "cancelled" ? "info" : "danger"} title={t(`pages.signIn.problems.${problem}.title`)}>
            {t(`pages.signIn.problems.${problem}.text`)}
          </Alert>
        )}
        {end && !problem && !actor && (
          <Alert tone="info" title={t(`pages.signIn.ended.${end}.title`)}>
            {t(`pages.signIn.ended.${end}.text`)}
          </Alert>
        )}
        {actor && (
          <Alert
            tone="info"
            title={t(`pages.signIn.already.${actor.kind}`)}
            actions={
              <RouteButton href={homes[actor.kind]} variant="secondary">
                {t(`pages.signIn.already.${actor.kind === "citizen" ? "toCases" : "toInbox"}`)}
              </RouteButton>
            }
          >
            {t("pages.signIn.already.text")}
          </Alert>
        )}
        <div className="grid gap-6 md:grid-cols-2">
          {doors.map((kind) => (
            <Door
              key={kind}
              kind={kind}
              level={kind === preferred ? level : undefined}
              // The way back belongs to the door it came from; behind the other one it would be a closed page.
              callbackUrl={
                back && back !== paths.start && (back === paths.signedIn || kindOf(back) === kind) ? back : homes[kind]
              }
              isPreferred={kind === preferred}
            />
          ))}
        </div>
        <section className="max-w-prose">
          <h2 className="text-lg">{t("pages.signIn.knownTitle")}</h2>
          <p className="mt-1 text-muted">{t("pages.signIn.knownText")}</p>
        </section>
      </div>
    </div>
  );
}
