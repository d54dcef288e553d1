import type { OfficialActor } from "@dvd/domain/actor";
import { tenantCan } from "@dvd/domain/tenant/policy";

export type OfficePlace = "inbox" | "unit" | "members" | "audit";

/** Where somebody of an authority works, the place they come to first in front. Whoever is in no unit has no inbox. */
export function officePlacesOf(actor: OfficialActor): readonly OfficePlace[] {
  const places: OfficePlace[] = [];
  if (actor.unitIds.length > 0) places.push("inbox", "unit");
  if (tenantCan("seeMembers", actor) === true) places.push("members");
  if (tenantCan("readAudit", actor) === true) places.push("audit");
  return places.length > 0 ? places : ["inbox"];
}
