"use client";

import { useI18n } from "../../../../i18n/client.tsx";

const keys = [
  { name: "next", caps: ["J"] },
  { name: "previous", caps: ["K"] },
  { name: "open", caps: ["Enter"] },
  { name: "claim", caps: ["Ü", "U"] },
] as const;

type ShortcutsHintProps = { isOn: boolean; onSwitch: (isOn: boolean) => void };

/** The keys of this page, always in sight, with their switch. */
export function ShortcutsHint({ isOn, onSwitch }: ShortcutsHintProps) {
  const { t } = useI18n();
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2 text-muted text-sm">
      {isOn && (
        <dl className="flex flex-wrap items-center gap-x-5 gap-y-2">
          {keys.map(({ name, caps }) => (
            <div key={name} className="flex items-center gap-1.5">
              <dt className="flex gap-1">
                {caps.map((cap) => (
                  <kbd
                    key={cap}
                    className="min-w-7 rounded-control border border-edge bg-raised px-1.5 text-center font-sans font-semibold text-text"
                  >
                    {cap}
                  </kbd>
                ))}
              </dt>
              <dd>{t(`office.shortcuts.${name}`)}</dd>
            </div>
          ))}
        </dl>
      )}
      <button
        type="button"
        role="switch"
        aria-checked={isOn}
        onClick={() => onSwitch(!isOn)}
        className="group inline-flex min-h-11 items-center gap-2.5 rounded-control px-1 text-text"
      >
        {t("office.shortcuts.switch")}
        <span
          aria-hidden="true"
          className="inline-flex h-6 w-11 items-center rounded-full border-2 border-input px-0.5 group-aria-checked:justify-end group-aria-checked:border-action group-aria-checked:bg-action"
        >
          <span className="size-4 rounded-full bg-input group-aria-checked:bg-on-action" />
        </span>
        <span aria-hidden="true">{t(isOn ? "office.shortcuts.on" : "office.shortcuts.off")}</span>
      </button>
    </div>
  );
}
