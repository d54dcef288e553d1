"use client";

import { useMutation } from "@tanstack/react-query";
import { useI18n } from "../../i18n/client.tsx";
import { problemOf } from "../../lib/problem.ts";
import { Button } from "../../ui/button.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import { ProblemAlert } from "../problem-alert.tsx";

/** Locked by hand or by time: out of sight and out of memory. What this device keeps opens it again. */
export function LockedScreen({ afterSending, onOpen }: { afterSending: boolean; onOpen: () => Promise<unknown> }) {
  const { t } = useI18n();
  const opening = useMutation({ mutationFn: onOpen, networkMode: "always" });
  return (
    <div className="page-width grid justify-items-start gap-8 py-10 sm:py-16">
      <PageHeading lead={t(afterSending ? "keys.locked.afterSending" : "keys.locked.text")}>
        {t("keys.locked.title")}
      </PageHeading>
      {opening.error && <ProblemAlert problem={problemOf(opening.error)} />}
      <Button busy={opening.isPending ? t("keys.checking") : undefined} onClick={() => opening.mutate()}>
        {t("keys.locked.open")}
      </Button>
    </div>
  );
}
