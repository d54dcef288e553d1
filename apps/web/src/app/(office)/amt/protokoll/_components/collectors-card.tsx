"use client";

import { useRef, useState } from "react";
import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import { type NewCollectorToken, useCollectors } from "../../../../../lib/audit/use-collectors.ts";
import { problemOf } from "../../../../../lib/problem.ts";
import { Button } from "../../../../../ui/button.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { CollectorList } from "./collector-list.tsx";
import { MakeCollector } from "./make-collector.tsx";
import { NewToken } from "./new-token.tsx";

/** Which machines read the log by themselves, how another one may, and how to end that. */
export function CollectorsCard() {
  const { t } = useI18n();
  const { tokens, error, retry } = useCollectors();
  const [isMaking, setIsMaking] = useState(false);
  const [made, setMade] = useState<NewCollectorToken | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const close = () => {
    setIsMaking(false);
    setMade(null);
    heading.current?.focus();
  };
  return (
    <Card className="grid gap-5">
      <div>
        <h2 ref={heading} tabIndex={-1} className="text-xl">
          {t("audit.collectors.title")}
        </h2>
        <p className="mt-2 max-w-prose">{t("audit.collectors.text")}</p>
      </div>
      {error && <ProblemAlert problem={problemOf(error)} onRetry={retry} signInAs="official" />}
      {tokens && <CollectorList tokens={tokens} onRevoked={() => heading.current?.focus()} />}
      {made && <NewToken made={made} onDone={close} />}
      {isMaking && !made && <MakeCollector onMade={setMade} onCancel={close} />}
      {!isMaking && (
        <div data-print="no">
          <Button variant="secondary" onClick={() => setIsMaking(true)}>
            {t("audit.collectors.open")}
          </Button>
        </div>
      )}
    </Card>
  );
}
