"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useI18n } from "../../../i18n/client.tsx";
import { paths } from "../../../lib/paths.ts";
import { keepPlace, useChosenPlace } from "../../../lib/place/chosen-place.ts";
import { useDirectory } from "../../../lib/place/use-directory.ts";
import { Alert } from "../../../ui/alert.tsx";
import { Button } from "../../../ui/button.tsx";
import { Field } from "../../../ui/field.tsx";
import { useAnnounce } from "../../../ui/live-region.tsx";
import { TextInput } from "../../../ui/text-input.tsx";
import { useFocusWhenThere } from "../../../ui/use-focus-when-there.ts";
import { type Answer, answerQuestion, type Question } from "./answer-question.ts";
import { Combobox } from "./combobox.tsx";
import { SearchResults } from "./search-results.tsx";

const mostSuggestions = 6;

/** Need and place, answered on the device: what a person looks for can be as private as what they send. */
export function ServiceFinder() {
  const { t } = useI18n();
  const router = useRouter();
  const announce = useAnnounce();
  const focusWhenThere = useFocusWhenThere();
  const directory = useDirectory();
  const chosen = useChosenPlace();
  const [what, setWhat] = useState("");
  const [where, setWhere] = useState<string | null>(null);
  const [asked, setAsked] = useState<Question | null>(null);
  const results = useRef<HTMLHeadingElement>(null);

  const question = { what, where: where ?? chosen?.postalCode ?? "" };
  const file = directory.is === "ready" ? directory.file : null;
  const soFar = file && what.trim() !== "" ? answerQuestion(file, question) : null;
  const hits = soFar?.hits.slice(0, mostSuggestions) ?? [];
  const answer = file && asked && answerQuestion(file, asked);

  const announceCount = useEffectEvent(() => {
    if (soFar && !soFar.isEmpty) announce(countText(t, soFar.hits.length));
  });
  useEffect(() => {
    if (what.trim() === "") return undefined;
    // Once the person pauses; a number after every letter would talk over what they type.
    const timer = setTimeout(() => announceCount(), 500);
    return () => clearTimeout(timer);
  }, [what]);

  const keep = ({ place }: Answer) => {
    const [first, ...others] = place.is === "known" ? place.places : [];
    if (first && others.every(({ postalCode }) => postalCode === first.postalCode))
      keepPlace({ postalCode: first.postalCode, ars: others.length === 0 ? first.ars : null });
  };
  const open = (slug: string) => {
    if (soFar) keep(soFar);
    router.push(paths.service(slug));
  };
  const ask = () => {
    if (what.trim() === "" && question.where.trim() === "") return;
    setAsked(question);
    if (file) keep(answerQuestion(file, question));
    // Reading goes on where the results begin.
    focusWhenThere(() => results.current);
  };

  return (
    <>
      <search data-needs-script>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            ask();
          }}
          className="grid gap-x-4 gap-y-4 sm:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)_auto]"
        >
          <Combobox
            label={t("services.find.what")}
            hint={t("services.find.whatHint")}
            listLabel={t("services.find.suggestions")}
            value={what}
            suggestions={hits.map(({ entry }) => ({ id: entry.slug, text: entry.title }))}
            onChange={setWhat}
            onPick={({ id }) => open(id)}
          />
          <Field label={t("services.find.where")} hint={t("services.find.whereHint")}>
            {(control) => (
              <TextInput
                {...control}
                autoComplete="postal-code"
                enterKeyHint="search"
                value={question.where}
                onChange={(event) => setWhere(event.target.value)}
              />
            )}
          </Field>
          <Button type="submit" className="w-full sm:w-auto sm:self-end">
            {t("services.find.submit")}
          </Button>
          <p className="text-muted text-sm sm:col-span-3">{t("services.find.onDevice")}</p>
        </form>
        {directory.is === "failed" && (
          <div className="mt-5">
            <Alert
              tone="warning"
              title={t("services.find.failedTitle")}
              actions={
                <Button variant="secondary" onClick={directory.retry}>
                  {t("services.find.retry")}
                </Button>
              }
            >
              {t("services.find.failedText")}
            </Alert>
          </div>
        )}
      </search>
      {asked && directory.is === "loading" && <p className="mt-8 text-muted">{t("services.find.loading")}</p>}
      {file && answer && (
        <SearchResults file={file} answer={answer} heading={results} title={countText(t, answer.hits.length)} />
      )}
    </>
  );
}

type T = ReturnType<typeof useI18n>["t"];
function countText(t: T, count: number): string {
  if (count === 0) return t("services.find.countNone");
  return count === 1 ? t("services.find.countOne") : t("services.find.count", { count });
}
