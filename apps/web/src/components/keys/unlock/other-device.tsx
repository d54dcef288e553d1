"use client";

import { useEffect, useRef, useState } from "react";
import { keyHolder } from "../../../crypto/client.ts";
import { useI18n } from "../../../i18n/client.tsx";
import { useKeys } from "../../../lib/keys/keys-provider.tsx";
import { waitForAnswer } from "../../../lib/keys/wait-for-answer.ts";
import { paths } from "../../../lib/paths.ts";
import { problemOf } from "../../../lib/problem.ts";
import { useTRPCClient } from "../../../lib/trpc/client.ts";
import { Alert } from "../../../ui/alert.tsx";
import { Button } from "../../../ui/button.tsx";
import { focusWhenShown } from "../../../ui/focus-when-shown.ts";
import { useAnnounce } from "../../../ui/live-region.tsx";
import { useProblemText } from "../../use-problem-text.ts";
import { QrCode } from "../../../ui/qr-code.tsx";
import { Words } from "../ways/words.tsx";

/** Asks a device that has the key. What is shown here goes there past the server: by camera, or by eye and hand. */
export function OtherDevice({ accountId }: { accountId: string }) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const problemText = useProblemText();
  const client = useTRPCClient();
  const { unlock } = useKeys();
  const [code, setCode] = useState<string>();
  const [error, setError] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const waiting = useRef<AbortController>(null);
  useEffect(() => () => waiting.current?.abort(), []);

  const end = (sentence: string) => {
    setCode(undefined);
    setError(sentence);
    announce(sentence, "assertive");
  };

  const ask = async () => {
    const controller = new AbortController();
    waiting.current = controller;
    setError(undefined);
    setIsBusy(true);
    try {
      const asked = await keyHolder().askOtherDevice(accountId);
      await client.deviceLinks.openLink.mutate(asked.request);
      setCode(asked.code);
      setIsBusy(false);
      const { linkId } = asked.request;
      const answer = await waitForAnswer(client, linkId, controller.signal);
      if (controller.signal.aborted) return;
      if (answer === null) return end(t("keys.device.over"));
      await unlock({ by: "device", answer });
      announce(t("keys.unlock.done"));
      await client.deviceLinks.closeLink.mutate({ linkId });
    } catch (cause) {
      setIsBusy(false);
      if (!controller.signal.aborted) end(problemText(problemOf(cause)).text);
    }
  };

  return (
    <section className="grid gap-5">
      <div>
        <h2 className="font-semibold">{t("keys.device.title")}</h2>
        {code === undefined && <p className="text-muted text-sm">{t("keys.device.hint")}</p>}
      </div>
      {error && <Alert tone="warning">{error}</Alert>}
      {code === undefined ? (
        <p>
          <Button variant="secondary" busy={isBusy ? t("keys.device.asking") : undefined} onClick={() => void ask()}>
            {t(error ? "keys.device.again" : "keys.device.ask")}
          </Button>
        </p>
      ) : (
        <>
          <p ref={focusWhenShown} tabIndex={-1} className="max-w-prose">
            {t("keys.device.lead")}
          </p>
          {/* Behind the number sign: this part of an address never goes to a server. */}
          <QrCode
            text={`${location.origin}${paths.releaseDevice}#${code.replaceAll(" ", "")}`}
            title={t("keys.device.qr")}
            className="size-56 rounded-card"
          />
          <Words label={t("keys.device.code")}>{code}</Words>
          <p className="text-muted text-sm">{t("keys.device.waiting")}</p>
        </>
      )}
    </section>
  );
}
