import { useRouter } from "next/navigation";
import { useI18n } from "../../../../../i18n/client.tsx";
import { paths } from "../../../../../lib/paths.ts";
import type { OwnChange } from "../../../../../lib/sending/own-changes.ts";
import { heldTexts, messageName } from "../../../../../lib/unsent/held.ts";
import { Button } from "../../../../../ui/button.tsx";
import { DescriptionList } from "../../../../../ui/description-list.tsx";

type OnlyHereProps = { caseId: string; changes: readonly OwnChange[] };

/** What this window had and the one that sent had not: shown, and offered as the beginning of a message to the office. */
export function OnlyHere({ caseId, changes }: OnlyHereProps) {
  const { t } = useI18n();
  const router = useRouter();
  if (changes.length === 0) return null;

  const takeAlong = () => {
    const lines = changes.map(({ question, answer }) => `${question}: ${answer || t("form.noAnswer")}`);
    const text = [t("wizard.elsewhere.message"), ...lines].join("\n");
    heldTexts.change(messageName(caseId), (before) => (before ? `${before}\n\n${text}` : text));
    router.push(paths.case(caseId));
  };
  return (
    <section data-print="no" className="grid max-w-prose gap-4">
      <div>
        <h2 className="text-xl">{t("wizard.elsewhere.onlyHereTitle")}</h2>
        <p className="mt-2">{t("wizard.elsewhere.onlyHere")}</p>
      </div>
      <DescriptionList
        items={changes.map(({ question, answer }) => ({
          term: question,
          value: <span className="whitespace-pre-wrap break-words">{answer || t("form.noAnswer")}</span>,
        }))}
      />
      <div>
        <Button variant="secondary" onClick={takeAlong}>
          {t("wizard.elsewhere.takeAlong")}
        </Button>
      </div>
    </section>
  );
}
