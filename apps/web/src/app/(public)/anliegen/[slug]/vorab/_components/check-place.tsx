import { useState } from "react";
import type { ServiceDetails } from "../../../../../../components/services/describe-service.ts";
import { useI18n } from "../../../../../../i18n/client.tsx";
import { useChosenPlace } from "../../../../../../lib/place/chosen-place.ts";
import { placesOf } from "../../../../../../lib/place/places-of.ts";
import { responsibleIn } from "../../../../../../lib/place/responsible-in.ts";
import { useDirectory } from "../../../../../../lib/place/use-directory.ts";
import { Button } from "../../../../../../ui/button.tsx";
import { FieldError } from "../../../../../../ui/field.tsx";
import { ArrowIcon } from "../../../../../../ui/icons.tsx";
import { useAnnounce } from "../../../../../../ui/live-region.tsx";
import { StepHeading } from "../../../../../../ui/step-heading.tsx";
import { ServicePlace } from "../../_components/service-place.tsx";

type CheckPlaceProps = {
  service: ServiceDetails;
  number: number;
  of: number;
  onBack: (() => void) | null;
  onDone: () => void;
};

/** Only with an office it goes on; a directory that does not load stops nobody, because the server asks once more. */
export function CheckPlace({ service: { key }, number, of, onBack, onDone }: CheckPlaceProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const directory = useDirectory();
  const chosen = useChosenPlace();
  const [isMissing, setIsMissing] = useState(false);
  const office = directory.is === "ready" ? responsibleIn(directory.file, key, placesOf(directory.file, chosen)) : null;
  const error = isMissing && office?.is !== "one" ? t("services.check.placeMissing") : undefined;

  const goOn = () => {
    if (office?.is === "one" || directory.is === "failed") return onDone();
    setIsMissing(true);
    return announce(t("services.check.placeMissing"), "assertive");
  };

  return (
    <div className="max-w-prose">
      <StepHeading text={t("services.check.placeStep", { step: number, of })} step={number} of={of} />
      <p className="mt-3 text-lg text-muted">{t("services.check.placeLead")}</p>
      <div className="mt-7 grid gap-4">
        {error && <FieldError id="ort-fehlt">{error}</FieldError>}
        <ServicePlace serviceKey={key} />
      </div>
      <div className="mt-9 flex flex-col gap-3 sm:flex-row">
        <Button onClick={goOn} icon={<ArrowIcon className="size-5" />}>
          {t("services.check.next")}
        </Button>
        {onBack && (
          <Button variant="quiet" onClick={onBack}>
            {t("services.check.back")}
          </Button>
        )}
      </div>
    </div>
  );
}
