import { useEffect, useEffectEvent } from "react";
import { RouteButton } from "../../../../../components/route-link.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import { paths } from "../../../../../lib/paths.ts";
import type { OwnChange } from "../../../../../lib/sending/own-changes.ts";
import { usePageTitle } from "../../../../../lib/use-page-title.ts";
import { ArrowIcon } from "../../../../../ui/icons.tsx";
import { useAnnounce } from "../../../../../ui/live-region.tsx";
import { PageHeading } from "../../../../../ui/page-heading.tsx";
import { OnlyHere } from "./only-here.tsx";

type SettledProps = { caseId: string; changes: readonly OwnChange[]; onShown: () => void };

/** Another window has sent it: nothing is left to be done here but to look at it, and to see to what stood here alone. */
export function Settled({ caseId, changes, onShown }: SettledProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  usePageTitle(t("wizard.elsewhere.title"));
  const onArrival = useEffectEvent(() => {
    announce(t("wizard.elsewhere.title"));
    onShown();
  });
  useEffect(() => onArrival(), []);
  return (
    <>
      <PageHeading lead={t("wizard.elsewhere.lead")}>{t("wizard.elsewhere.title")}</PageHeading>
      <p className="mt-7">
        <RouteButton href={paths.case(caseId)} icon={<ArrowIcon className="size-5" />}>
          {t("wizard.sent.toCase")}
        </RouteButton>
      </p>
      <div className="mt-10 empty:hidden">
        <OnlyHere caseId={caseId} changes={changes} />
      </div>
    </>
  );
}
