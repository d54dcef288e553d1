import { useI18n } from "../../../i18n/client.tsx";

/** Numbered, one beside the other, so that two people can read them to each other. */
export function Words({ label, children }: { label: string; children: string }) {
  const { t } = useI18n();
  return (
    <ol aria-label={label} className="grid grid-cols-2 gap-2.5 sm:grid-cols-4">
      {children.split(" ").map((word, index) => (
        <li key={index} className="rounded-control bg-paper px-2 py-2.5 text-center">
          <span className="block text-muted text-sm">{t("keys.words.word", { number: index + 1 })}</span>
          <span className="font-semibold text-lg tracking-wide">{word}</span>
        </li>
      ))}
    </ol>
  );
}
