"use client";

import type { FormDefinition } from "@dvd/domain/form/definition";
import type { DraftDocument } from "@dvd/domain/form/draft-content";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { EvidenceText } from "../../components/services/service.ts";
import type { Begun } from "../drafts/begin-draft.ts";
import { type Draft, withPlace } from "./draft.ts";
import { firstOpenStep, type StepName, stepsOf } from "./filling-steps.ts";
import { officeDay } from "./office-day.ts";
import { useSteps } from "./use-steps.ts";

type Filling = {
  form: FormDefinition;
  evidence: readonly EvidenceText[];
  usedSlots: ReadonlySet<string>;
  isNew: boolean;
  begun: Pick<Begun, "draft" | "step">;
};

/** What is typed, and where the person is in it. */
export function useFilling({ form, evidence, usedSlots, isNew, begun }: Filling) {
  const [draft, setDraft] = useState<Draft>(begun.draft);
  const filled = { form, draft, evidence, usedSlots };
  const steps = useSteps<StepName>(stepsOf(filled, isNew), begun.step);
  const wasChecked = useRef(false);
  useEffect(() => {
    if (steps.name === "check") wasChecked.current = true;
  }, [steps.name]);

  // The browser's own way back leads to the check page also after the place was taken away: there is nothing to check then.
  const isWithoutOffice = draft.office === null && (steps.name === "check" || steps.name === "key");
  const askForPlace = useEffectEvent(() => steps.goTo("place"));
  useEffect(() => {
    if (isWithoutOffice) askForPlace();
  }, [isWithoutOffice]);

  const firstOpen = (change: Partial<Draft> = {}) =>
    firstOpenStep({ ...filled, draft: { ...draft, ...change } }, officeDay(new Date()));
  const change = (part: Partial<Draft>) => setDraft((before) => withPlace(form, { ...before, ...part }));
  /** Who has seen the whole goes back to it after a change, unless the change has opened something else. */
  const goOn = (part?: Partial<Draft>) => (wasChecked.current ? steps.goTo(firstOpen(part)) : steps.goOn());
  return {
    draft,
    filled,
    change,
    answer: (field: string, value: string) =>
      setDraft((before) => ({ ...before, answers: { ...before.answers, [field]: value } })),
    /** Picked again here, or not wanted any more. */
    settle: (documents: readonly DraftDocument[]) =>
      setDraft((before) => ({ ...before, elsewhere: before.elsewhere.filter((one) => !documents.includes(one)) })),
    steps: { ...steps, goOn: () => goOn() },
    /** Past the documents, with all that are asked for or without some of them. */
    passDocuments(isWithoutDocuments: boolean) {
      change({ isWithoutDocuments });
      goOn({ isWithoutDocuments });
    },
    /** After the check page; a way of the browser's own may have led there past an open question. */
    finish(onComplete: () => void) {
      const open = firstOpen();
      if (open !== "check") steps.goTo(open);
      else if (isNew && steps.name === "check") steps.goOn();
      else onComplete();
    },
  };
}
