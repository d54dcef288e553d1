import { readQuery } from "@dvd/domain/search/read-query";
import { useRef, useState } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { keepPlace, useChosenPlace } from "../../lib/place/chosen-place.ts";
import type { LoadedDirectory } from "../../lib/place/load-directory.ts";
import { placesOf } from "../../lib/place/places-of.ts";
import { responsibleIn } from "../../lib/place/responsible-in.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import { ResponsibleCard } from "./responsible-card.tsx";

type PlacePickerProps = { file: LoadedDirectory; serviceKey: string };

/** Asks for the place and names the office, all of it on the device. The place is kept for the next page of this tab. */
export function PlacePicker({ file, serviceKey }: PlacePickerProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const chosen = useChosenPlace();
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const responsible = responsibleIn(file, serviceKey, placesOf(file, chosen));
  // Stays on the screen after the choice, so that it can be changed.
  const sharing = responsibleIn(file, serviceKey, placesOf(file, chosen && { ...chosen, ars: null }));

  const fail = (sentence: string) => {
    keepPlace(null);
    setError(sentence);
    announce(sentence, "assertive");
    input.current?.focus();
  };

  const find = () => {
    const { place } = readQuery(typed ?? chosen?.postalCode ?? "", file.places);
    if (place.is === "unknown") return fail(t("services.place.unknown", { code: place.postalCode }));
    const [first, ...others] = place.is === "known" ? place.places : [];
    if (!first) return fail(t("services.place.invalid"));
    if (others.some(({ postalCode }) => postalCode !== first.postalCode))
      return fail(t("services.place.moreCodes", { place: first.name }));
    setError(undefined);
    setTyped(null);
    keepPlace({ postalCode: first.postalCode, ars: others.length === 0 ? first.ars : null });
    return announce(t("services.place.kept", { place: first.postalCode }));
  };

  return (
    <div className="grid gap-5">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          find();
        }}
      >
        <Field label={t("services.find.where")} hint={t("services.find.whereHint")} error={error}>
          {(control) => (
            <div className="flex flex-wrap gap-3">
              <TextInput
                {...control}
                ref={input}
                autoComplete="postal-code"
                value={typed ?? chosen?.postalCode ?? ""}
                onChange={(event) => setTyped(event.target.value)}
                className="w-auto min-w-0 max-w-56 flex-1"
              />
              <Button type="submit" variant="secondary">
                {t("services.place.show")}
              </Button>
            </div>
          )}
        </Field>
      </form>
      {sharing?.is === "several" && (
        <RadioGroup
          legend={t("services.place.which")}
          options={sharing.choices.map(({ place }) => ({ value: place.ars, label: place.name }))}
          value={chosen?.ars ?? null}
          onChange={(ars) => chosen && keepPlace({ postalCode: chosen.postalCode, ars })}
        />
      )}
      {responsible && responsible.is !== "several" && <ResponsibleCard responsible={responsible} />}
    </div>
  );
}
