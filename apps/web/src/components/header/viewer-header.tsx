import type { Actor } from "@dvd/domain/actor";
import { viewer } from "../../auth/viewer.ts";
import { getI18n } from "../../i18n/server.ts";
import { paths } from "../../lib/paths.ts";
import { NavLink } from "../nav-link.tsx";
import { SiteHeader } from "../site-header.tsx";
import { AccountSlot } from "./account-slot.tsx";

/** The header for whoever is signed in. When nobody can be asked, the page still stands, with the way to sign in. */
export async function ViewerHeader() {
  const actor = await viewer().catch(() => null);
  if (!actor) return <SiteHeader />;
  return <SiteHeader account={<AccountSlot kind={actor.kind} />} navigation={<Navigation kind={actor.kind} />} />;
}

const places = { citizen: ["services", "cases", "account", "help"], official: ["inbox", "help"] } as const;

async function Navigation({ kind }: Pick<Actor, "kind">) {
  const { t } = await getI18n();
  return places[kind].map((place) => (
    <NavLink key={place} href={paths[place]}>
      {t(`header.${place}`)}
    </NavLink>
  ));
}
