import type { Actor } from "@dvd/domain/actor";
import { viewer } from "../../auth/viewer.ts";
import { getI18n } from "../../i18n/server.ts";
import { type OfficePlace, officePlacesOf } from "../../lib/office-places.ts";
import { paths } from "../../lib/paths.ts";
import { NavLink } from "../nav-link.tsx";
import { SiteHeader } from "../site-header.tsx";
import { AccountSlot } from "./account-slot.tsx";

/** The header for whoever is signed in. When nobody can be asked, the page still stands, with the way to sign in. */
export async function ViewerHeader() {
  const actor = await viewer().catch(() => null);
  if (!actor) return <SiteHeader />;
  return (
    <SiteHeader account={<AccountSlot kind={actor.kind} />} navigation={<Navigation places={placesOf(actor)} />} />
  );
}

type Place = "services" | "cases" | "account" | "help" | OfficePlace | "officeAccount";

const placesOf = (actor: Actor): readonly Place[] =>
  actor.kind === "citizen"
    ? ["services", "cases", "account", "help"]
    : [...officePlacesOf(actor), "officeAccount", "help"];

async function Navigation({ places }: { places: readonly Place[] }) {
  const { t } = await getI18n();
  return places.map((place) => (
    <NavLink key={place} href={paths[place]}>
      {t(`header.${place}`)}
    </NavLink>
  ));
}
