"use client";

import { useMutation } from "@tanstack/react-query";
import { Words } from "../../../../../components/keys/ways/words.tsx";
import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import { keyHolder } from "../../../../../crypto/client.ts";
import { useI18n } from "../../../../../i18n/client.tsx";
import { problemOf } from "../../../../../lib/problem.ts";
import { useTRPCClient } from "../../../../../lib/trpc/client.ts";
import { Alert } from "../../../../../ui/alert.tsx";
import { Button } from "../../../../../ui/button.tsx";
import { focusWhenShown } from "../../../../../ui/focus-when-shown.ts";
import type { CheckedRequest } from "./checked-request.ts";

type CompareWordsProps = { request: CheckedRequest; onEnd: (how: "done" | "refused") => void };

/** The question that no program can answer: is this the device in front of you, or somebody's who sent you a link? */
export function CompareWords({ request: { link, code }, onEnd }: CompareWordsProps) {
  const { t } = useI18n();
  const client = useTRPCClient();
  const { linkId } = link;
  const release = useMutation({
    mutationFn: async () =>
      client.deviceLinks.answerLink.mutate({ linkId, answer: await keyHolder().answerOtherDevice(link, code) }),
    onSuccess: () => onEnd("done"),
  });
  const refuse = useMutation({
    mutationFn: () => client.deviceLinks.closeLink.mutate({ linkId }),
    onSuccess: () => onEnd("refused"),
  });
  const error = release.error ?? refuse.error;

  return (
    <section className="grid gap-5">
      <h2 ref={focusWhenShown} tabIndex={-1} className="text-xl">
        {t("keys.device.compare")}
      </h2>
      <Words label={t("keys.device.typed")}>{code}</Words>
      <Alert tone="warning">{t("keys.device.warning")}</Alert>
      {error && <ProblemAlert problem={problemOf(error)} />}
      <div className="flex flex-wrap gap-3">
        <Button busy={release.isPending ? t("keys.device.releasing") : undefined} onClick={() => release.mutate()}>
          {t("keys.device.yes")}
        </Button>
        <Button variant="secondary" onClick={() => refuse.mutate()}>
          {t("keys.device.no")}
        </Button>
      </div>
    </section>
  );
}
