import { useEffect, useEffectEvent, useRef } from "react";
import { useI18n } from "../../../../../i18n/client.tsx";
import { formatBytes } from "../../../../../lib/format.ts";
import { amountOf } from "../../../../../lib/sending/amount-of.ts";
import type { Progress } from "../../../../../lib/sending/shipment.ts";
import type { UploadItem } from "../../../../../lib/uploads/upload-item.ts";
import { classNames } from "../../../../../ui/class-names.ts";
import { SuccessIcon } from "../../../../../ui/icons.tsx";
import { useAnnounce } from "../../../../../ui/live-region.tsx";
import { Progress as ProgressBar } from "../../../../../ui/progress.tsx";

const order = ["seal", "transfer", "confirm"] as const;
const spokenEveryMs = 10_000;

/** The three things that really happen, in the order in which they do. */
export function SendingSteps({ progress, items }: { progress: Progress; items: readonly UploadItem[] }) {
  const { t, locale } = useI18n();
  const here = order.indexOf(progress.step);
  const amount = amountOf(items);
  useSpokenProgress(progress.step, amount);

  const doing = () => {
    if (progress.step === "seal") return <p className="text-sm">{t("wizard.sending.sealDoing")}</p>;
    if (progress.step === "confirm") return <p className="text-sm">{t("wizard.sending.confirmDoing")}</p>;
    const { sentBytes, totalBytes, waiting } = amount;
    if (totalBytes === 0) return <p className="text-sm">{t("wizard.sending.transferBegins")}</p>;
    const amounts = { sent: formatBytes(sentBytes, locale), total: formatBytes(totalBytes, locale) };
    const text = waiting ? t(`uploads.state.${waiting}`) : t("wizard.sending.transferDoing", amounts);
    return sentBytes === 0 ? (
      <p className="text-sm">{text}</p>
    ) : (
      <ProgressBar text={text} value={sentBytes / totalBytes} />
    );
  };

  return (
    <ol className="mt-8 grid max-w-prose gap-3">
      {order.map((step, index) => {
        const state = index < here ? "done" : index === here ? "doing" : "waiting";
        return (
          <li
            key={step}
            data-area
            aria-current={state === "doing" ? "step" : undefined}
            className={classNames(
              "grid grid-cols-[auto_1fr] gap-x-4 rounded-card border px-5 py-4",
              state === "doing" ? "border-action bg-raised" : "border-line bg-paper",
            )}
          >
            <Mark state={state} number={index + 1} />
            <div className="min-w-0">
              <p className="flex flex-wrap justify-between gap-x-4">
                <span className="font-semibold">{t(`wizard.sending.${step}`)}</span>
                <span className="text-muted text-sm">{t(`wizard.sending.${state}`)}</span>
              </p>
              {state === "doing" && <div className="mt-1">{doing()}</div>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Mark({ state, number }: { state: "done" | "doing" | "waiting"; number: number }) {
  if (state === "done") return <SuccessIcon className="size-7 text-success" />;
  return (
    <span
      aria-hidden="true"
      className={classNames(
        "grid size-7 place-items-center rounded-full font-semibold text-sm",
        state === "doing" ? "bg-action text-on-action" : "border border-edge text-muted",
      )}
    >
      {number}
    </span>
  );
}

/** Each beginning, and on the way every quarter but not more often than every ten seconds: a voice must not run behind. */
function useSpokenProgress(step: Progress["step"], amount: ReturnType<typeof amountOf>) {
  const { t, locale } = useI18n();
  const announce = useAnnounce();
  const last = useRef({ step: "", quarter: 0, at: 0 });

  const { sentBytes, totalBytes } = amount;
  const quarter = step === "transfer" && totalBytes > 0 ? Math.floor((4 * sentBytes) / totalBytes) : 0;

  const speak = useEffectEvent((now: number, reached: { step: Progress["step"]; quarter: number }) => {
    const isNewStep = last.current.step !== reached.step;
    if (!isNewStep && (reached.quarter <= last.current.quarter || now - last.current.at < spokenEveryMs)) return;
    last.current = { ...reached, at: now };
    if (reached.step !== "transfer") {
      announce(t(`wizard.sending.${reached.step}Doing`));
      return;
    }
    if (totalBytes === 0) {
      announce(t("wizard.sending.transferBegins"));
      return;
    }
    const sent = formatBytes(sentBytes, locale, "long");
    announce(t("wizard.sending.transferSpoken", { sent, total: formatBytes(totalBytes, locale, "long") }));
  });
  useEffect(() => speak(performance.now(), { step, quarter }), [step, quarter]);
}
