import type { Choice } from "../../../../../../components/services/describe-service.ts";
import { RouteButton } from "../../../../../../components/route-link.tsx";
import { useI18n } from "../../../../../../i18n/client.tsx";
import { paths } from "../../../../../../lib/paths.ts";
import { Button } from "../../../../../../ui/button.tsx";
import { ArrowIcon } from "../../../../../../ui/icons.tsx";

type OtherDoorProps = { door: NonNullable<Choice["door"]>; onBack: () => void; onGoOn: () => void };

/** Advice and no gate: whoever knows better may go on. */
export function OtherDoor({ door: { text, slug }, onBack, onGoOn }: OtherDoorProps) {
  const { t } = useI18n();
  return (
    <div className="max-w-prose">
      <h1 tabIndex={-1} className="text-3xl">
        {t(slug ? "services.check.doorTitle" : "services.check.noticeTitle")}
      </h1>
      <p className="mt-4 text-lg">{text}</p>
      <div className="mt-8 flex flex-col gap-3 sm:flex-row sm:flex-wrap">
        {slug && (
          <RouteButton href={paths.service(slug)} icon={<ArrowIcon className="size-5" />}>
            {t("services.check.otherDoor")}
          </RouteButton>
        )}
        <Button variant="secondary" onClick={onBack}>
          {t("services.check.changeAnswer")}
        </Button>
        <Button variant="quiet" onClick={onGoOn}>
          {t("services.check.goOnAnyway")}
        </Button>
      </div>
    </div>
  );
}
