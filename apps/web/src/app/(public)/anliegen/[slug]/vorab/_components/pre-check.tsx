"use client";

import { useEffect, useRef, useState } from "react";
import type { Choice, ServiceDetails } from "../../../../../../components/services/describe-service.ts";
import { RouteLink } from "../../../../../../components/route-link.tsx";
import { paths } from "../../../../../../lib/paths.ts";
import { useSteps } from "../../../../../../lib/sending/use-steps.ts";
import { AskQuestion } from "./ask-question.tsx";
import { CheckPlace } from "./check-place.tsx";
import { OtherDoor } from "./other-door.tsx";
import { RightHere } from "./right-here.tsx";

/** A few questions without a login. What is answered stays in the memory of this page. */
export function PreCheck({ service }: { service: ServiceDetails }) {
  const { questions, slug, title } = service;
  const steps = useSteps([...questions.map(({ id }) => `question:${id}`), "place", "right"]);
  const [door, setDoor] = useState<Choice["door"]>(null);
  const question = questions[steps.number - 1];
  const view = door ? "door" : steps.name;
  const root = useFocusOnHeading(view);
  // The last page is the answer, not a step.
  const of = steps.of - 1;

  return (
    <div ref={root}>
      <p className="mb-5 text-muted">
        <RouteLink href={paths.service(slug)}>{title}</RouteLink>
      </p>
      {door && (
        <OtherDoor
          door={door}
          onBack={() => setDoor(null)}
          onGoOn={() => {
            setDoor(null);
            steps.goOn();
          }}
        />
      )}
      {!door && question && (
        <AskQuestion
          key={question.id}
          question={question}
          number={steps.number}
          of={of}
          onBack={steps.number > 1 ? steps.goBack : null}
          onAnswer={(answer) => (answer.door ? setDoor(answer.door) : steps.goOn())}
        />
      )}
      {view === "place" && (
        <CheckPlace
          service={service}
          number={steps.number}
          of={of}
          onBack={steps.number > 1 ? steps.goBack : null}
          onDone={steps.goOn}
        />
      )}
      {view === "right" && <RightHere service={service} onBack={steps.goBack} />}
    </div>
  );
}

/** Reading starts at the heading of what is new. The very first view keeps the start that the navigation chose. */
function useFocusOnHeading(view: string) {
  const root = useRef<HTMLDivElement>(null);
  const shown = useRef(view);
  useEffect(() => {
    if (shown.current === view) return;
    shown.current = view;
    globalThis.scrollTo({ top: 0 });
    root.current?.querySelector("h1")?.focus({ preventScroll: true });
  }, [view]);
  return root;
}
