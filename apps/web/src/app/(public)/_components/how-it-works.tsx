import { getI18n } from "../../../i18n/server.ts";

const steps = ["choose", "seal", "answer"] as const;

/** Three knots on the one string. */
export async function HowItWorks() {
  const { t } = await getI18n();
  return (
    <section id="so-funktioniert-es" className="bg-paper">
      <div className="page-width py-12 sm:py-20">
        <h2 className="text-2xl">{t("start.howTitle")}</h2>
        <ol className="mt-10 grid gap-y-8 md:grid-cols-3">
          {steps.map((step, index) => (
            <li key={step} className="relative pl-16 md:pt-16 md:pr-10 md:pl-0">
              <span
                aria-hidden="true"
                className="absolute top-0 bottom-[-2rem] left-[1.3rem] w-[3px] bg-seal md:top-[1.3rem] md:right-0 md:bottom-auto md:left-0 md:h-[3px] md:w-auto"
              />
              <span
                aria-hidden="true"
                className="absolute top-0 left-0 grid size-11 place-items-center rounded-full border-[3px] border-seal bg-page font-semibold text-lg"
              >
                {index + 1}
              </span>
              <h3 className="text-xl">{t(`start.steps.${step}.title`)}</h3>
              <p className="mt-2 text-muted">{t(`start.steps.${step}.text`)}</p>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
