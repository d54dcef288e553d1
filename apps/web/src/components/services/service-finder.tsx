"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { matchesWords } from "../../lib/match-words.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Field } from "../../ui/field.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import type { Service } from "./service.ts";
import { ServiceCard } from "./service-card.tsx";

type ServiceFinderProps = { services: readonly Service[]; Heading: "h2" | "h3" };

/** The list is already here, so the search asks nobody: what a person looks for can be as private as what they send. */
export function ServiceFinder({ services, Heading }: ServiceFinderProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const [typed, setTyped] = useState("");
  const found = services.filter(({ title, summary, evidence }) =>
    matchesWords(typed, [title, summary, ...evidence.map(({ label }) => label)]),
  );
  const count = found.length;
  const countText = count === 1 ? t("services.countOne") : t("services.count", { count });

  const announceCount = useEffectEvent(() => announce(count === 0 ? t("services.none") : countText));
  useEffect(() => {
    if (typed.trim() === "") return undefined;
    // Once the person pauses; a number after every letter would talk over what they type.
    const timer = setTimeout(() => announceCount(), 500);
    return () => clearTimeout(timer);
  }, [typed]);

  return (
    <>
      <div data-needs-script className="max-w-[30rem]">
        <Field label={t("services.filter")} hint={t("services.filterHint")}>
          {(control) => (
            <TextInput
              {...control}
              type="search"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        {typed.trim() !== "" && count > 0 && <p className="mt-2 text-muted text-sm">{countText}</p>}
      </div>
      {count === 0 ? (
        <div className="mt-8">
          <EmptyState
            text={t("services.none")}
            action={
              <Button variant="secondary" onClick={() => setTyped("")}>
                {t("services.showAll")}
              </Button>
            }
          />
        </div>
      ) : (
        <ul className="mt-8 grid gap-5 md:grid-cols-2 lg:grid-cols-3">
          {found.map((service) => (
            <li key={service.slug}>
              <ServiceCard service={service} Heading={Heading} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
