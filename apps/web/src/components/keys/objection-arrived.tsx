"use client";

import { useMutation } from "@tanstack/react-query";
import { useI18n } from "../../i18n/client.tsx";
import { useKeys } from "../../lib/keys/keys-provider.tsx";
import { problemOf } from "../../lib/problem.ts";
import { Button } from "../../ui/button.tsx";
import { focusWhenShown } from "../../ui/focus-when-shown.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { ProblemAlert } from "../problem-alert.tsx";

/** A page of its own: behind the next press are the cases as ever, and nobody would know that the objection has worked. */
export function ObjectionArrived() {
  const { t } = useI18n();
  const { reopen } = useKeys();
  const opening = useMutation({ mutationFn: reopen, networkMode: "always" });
  return (
    <div ref={focusWhenShown} tabIndex={-1} className="page-width grid justify-items-start gap-8 py-10 sm:py-16">
      <PageHeading lead={t("copies.contested.doneText")}>{t("copies.contested.done")}</PageHeading>
      {opening.error && <ProblemAlert problem={problemOf(opening.error)} />}
      <Button busy={opening.isPending ? t("keys.checking") : undefined} onClick={() => opening.mutate()}>
        {t("copies.contested.goOn")}
      </Button>
    </div>
  );
}
