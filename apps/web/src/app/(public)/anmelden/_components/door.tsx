import type { AssuranceLevel } from "@dvd/domain/assurance";
import type { LoginKind } from "@dvd/domain/session/login";
import { classNames } from "../../../../ui/class-names.ts";
import { getI18n } from "../../../../i18n/server.ts";
import { Card } from "../../../../ui/card.tsx";
import { HouseIcon, OfficeIcon } from "../../../../ui/icons.tsx";
import { SignInButton } from "./sign-in-button.tsx";

const pictures = { citizen: HouseIcon, official: OfficeIcon } as const;

type DoorProps = { kind: LoginKind; level: AssuranceLevel | undefined; callbackUrl: string; isPreferred: boolean };

/** One of the two ways in: for whom it is, and what happens behind it. */
export async function Door({ kind, level, callbackUrl, isPreferred }: DoorProps) {
  const { t } = await getI18n();
  const Picture = pictures[kind];
  return (
    <Card className={classNames("flex flex-col", isPreferred && "border-action ring-1 ring-action")}>
      <h2 className="flex items-center gap-4 text-xl">
        <span className="grid size-14 place-items-center rounded-card bg-action-tint text-action">
          <Picture className="size-8" />
        </span>
        {t(`pages.signIn.${kind}.title`)}
      </h2>
      <p className="mt-4">{t(`pages.signIn.${kind}.who`)}</p>
      <p className="mt-2 mb-6 text-muted text-sm">{t(`pages.signIn.${kind}.next`)}</p>
      <div className="mt-auto">
        <SignInButton kind={kind} level={level} callbackUrl={callbackUrl} isPreferred={isPreferred}>
          {t(`pages.signIn.${kind}.action`)}
        </SignInButton>
      </div>
    </Card>
  );
}
