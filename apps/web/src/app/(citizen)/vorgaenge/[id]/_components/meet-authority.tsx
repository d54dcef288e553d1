import { Fingerprint } from "../../../../../components/fingerprint.tsx";
import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import type { OwnCase } from "../../../../../lib/copies/open-own-case.ts";
import type { Problem } from "../../../../../lib/problem.ts";
import { usePageTitle } from "../../../../../lib/use-page-title.ts";
import { Button } from "../../../../../ui/button.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { DescriptionList } from "../../../../../ui/description-list.tsx";
import { PageHeading } from "../../../../../ui/page-heading.tsx";

type MeetAuthorityProps = {
  met: Extract<OwnCase, { is: "unmet" }>;
  isBusy: boolean;
  problem: Problem | null;
  onAccept: () => void;
};

/** Trust on first use, shown before it is used: the new vault has never seen this authority. */
export function MeetAuthority({ met: { authority, fingerprint }, isBusy, problem, onAccept }: MeetAuthorityProps) {
  const { t } = useI18n();
  usePageTitle(t("copies.contact.title"));
  return (
    <article className="grid max-w-[52rem] gap-6">
      <PageHeading lead={t("copies.contact.text")}>{t("copies.contact.title")}</PageHeading>
      <Card>
        <DescriptionList
          items={[
            { term: t("copies.contact.authority"), value: authority },
            { term: t("copies.contact.digits"), value: <Fingerprint>{fingerprint}</Fingerprint> },
          ]}
        />
      </Card>
      {problem && <ProblemAlert problem={problem} />}
      <p className="max-w-prose">{t("copies.contact.doubt")}</p>
      <div>
        <Button busy={isBusy ? t("copies.contact.busy") : undefined} onClick={onAccept}>
          {t("copies.contact.accept")}
        </Button>
      </div>
    </article>
  );
}
