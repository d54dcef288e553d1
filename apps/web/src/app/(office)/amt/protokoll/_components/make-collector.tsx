"use client";

import { collectorDays } from "@dvd/domain/tenant/collector";
import { type FormEvent, useState } from "react";
import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import { FreshLoginNotice } from "../../../../../components/sessions/fresh-login-notice.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import { type NewCollectorToken, useChangeCollectors } from "../../../../../lib/audit/use-collectors.ts";
import { problemOf } from "../../../../../lib/problem.ts";
import { useSession } from "../../../../../lib/session/session-provider.tsx";
import { Button } from "../../../../../ui/button.tsx";
import { Field } from "../../../../../ui/field.tsx";
import { focusWhenShown } from "../../../../../ui/focus-when-shown.ts";
import { useAnnounce } from "../../../../../ui/live-region.tsx";
import { Select } from "../../../../../ui/select.tsx";

type MakeCollectorProps = { onMade: (made: NewCollectorToken) => void; onCancel: () => void };

/** For how long, and nothing else: what a token opens is the same for each. */
export function MakeCollector({ onMade, onCancel }: MakeCollectorProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const { isLoginFresh } = useSession();
  const { mutate, isPending, error } = useChangeCollectors<NewCollectorToken>();
  const [days, setDays] = useState<(typeof collectorDays)[number]>(90);
  const [needsLogin, setNeedsLogin] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isLoginFresh()) return setNeedsLogin(true);
    if (isPending) return;
    mutate((api) => api.collectors.makeToken.mutate({ days }), {
      onSuccess: (made) => {
        onMade(made);
        announce(t("audit.collectors.done"));
      },
    });
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-5" data-print="no">
      <h3 ref={focusWhenShown} tabIndex={-1} className="font-semibold text-lg">
        {t("audit.collectors.open")}
      </h3>
      <div className="max-w-80">
        <Field label={t("audit.collectors.days")} hint={t("audit.collectors.daysHint")}>
          {(control) => (
            <Select
              {...control}
              value={days}
              onChange={(event) => setDays(collectorDays.find((one) => String(one) === event.target.value) ?? days)}
            >
              {collectorDays.map((count) => (
                <option key={count} value={count}>
                  {t("audit.collectors.dayCount", { count })}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      {error && <ProblemAlert problem={problemOf(error)} signInAs="official" />}
      {needsLogin && !isLoginFresh() && <FreshLoginNotice why="log" />}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={isPending ? t("audit.collectors.busy") : undefined}>
          {t("audit.collectors.submit")}
        </Button>
        <Button variant="secondary" onClick={onCancel}>
          {t("common.cancel")}
        </Button>
      </div>
    </form>
  );
}
