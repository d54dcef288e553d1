import { EvidenceList } from "../../../../../../components/services/evidence-list.tsx";
import type { ServiceDetails } from "../../../../../../components/services/describe-service.ts";
import { ResponsibleCard } from "../../../../../../components/place/responsible-card.tsx";
import { RouteButton } from "../../../../../../components/route-link.tsx";
import { useI18n } from "../../../../../../i18n/client.tsx";
import { paths } from "../../../../../../lib/paths.ts";
import { useChosenPlace } from "../../../../../../lib/place/chosen-place.ts";
import { placesOf } from "../../../../../../lib/place/places-of.ts";
import { responsibleIn } from "../../../../../../lib/place/responsible-in.ts";
import { useDirectory } from "../../../../../../lib/place/use-directory.ts";
import { Button } from "../../../../../../ui/button.tsx";
import { ArrowIcon } from "../../../../../../ui/icons.tsx";

type RightHereProps = { service: ServiceDetails; onBack: () => void };

/** The answer: who gets it, how one signs in, what to have at hand. From here it begins. */
export function RightHere({ service: { key, slug, evidence, needsLevel }, onBack }: RightHereProps) {
  const { t } = useI18n();
  const directory = useDirectory();
  const chosen = useChosenPlace();
  const office = directory.is === "ready" ? responsibleIn(directory.file, key, placesOf(directory.file, chosen)) : null;
  return (
    <div className="grid max-w-prose gap-8">
      <h1 tabIndex={-1} className="text-3xl">
        {t("services.check.right")}
      </h1>
      {office?.is === "one" && <ResponsibleCard responsible={office} />}
      <section>
        <h2 className="text-xl">{t("services.page.login")}</h2>
        <p className="mt-2">{t(`services.level.${needsLevel}`)}</p>
      </section>
      {evidence.length > 0 && (
        <section>
          <h2 className="text-xl">{t("services.page.need")}</h2>
          <div className="mt-3">
            <EvidenceList evidence={evidence} />
          </div>
        </section>
      )}
      <div className="flex flex-col gap-3 sm:flex-row">
        <RouteButton href={paths.send(slug)} icon={<ArrowIcon className="size-5" />}>
          {t("services.check.begin")}
        </RouteButton>
        <Button variant="quiet" onClick={onBack}>
          {t("services.check.back")}
        </Button>
      </div>
    </div>
  );
}
