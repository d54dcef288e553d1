import { getI18n } from "../../../i18n/server.ts";
import { EyeClosedIcon, KeyIcon, ReceiptIcon } from "../../../ui/icons.tsx";

const promises = [
  { name: "blind", Icon: EyeClosedIcon },
  { name: "key", Icon: KeyIcon },
  { name: "receipt", Icon: ReceiptIcon },
] as const;

export async function Promises() {
  const { t } = await getI18n();
  return (
    <section className="page-width py-12 sm:py-20">
      <h2 className="text-2xl">{t("start.promisesTitle")}</h2>
      <ul className="mt-8 grid gap-x-10 gap-y-8 md:grid-cols-3">
        {promises.map(({ name, Icon }) => (
          <li key={name}>
            <span className="grid size-16 place-items-center rounded-card bg-action-tint text-action">
              <Icon className="size-9" />
            </span>
            <h3 className="mt-5 text-xl">{t(`start.promises.${name}.title`)}</h3>
            <p className="mt-2 text-muted">{t(`start.promises.${name}.text`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
