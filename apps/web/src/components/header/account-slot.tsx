import type { LoginKind } from "@dvd/domain/session/login";
import { getI18n } from "../../i18n/server.ts";
import { SignOutButton } from "./sign-out-button.tsx";
import { UnitName } from "./unit-name.tsx";

/** Which of the two logins is open. Never a name: the server does not know one. */
export async function AccountSlot({ kind }: { kind: LoginKind }) {
  const { t } = await getI18n();
  return (
    <div className="flex flex-col items-end text-sm sm:flex-row sm:items-center sm:gap-4">
      <p className="text-muted">
        <span className="sr-only">{t("header.signedInAs")} </span>
        {kind === "citizen" ? t("header.citizenAccount") : <UnitName />}
      </p>
      <SignOutButton
        kind={kind}
        variant="secondary"
        className="max-sm:-my-2 max-sm:border-transparent max-sm:px-0 max-sm:underline max-sm:underline-offset-4"
      />
    </div>
  );
}
