import type { AssuranceLevel } from "../assurance.ts";
import type { TenantId, UnitId } from "../ids.ts";
import type { Place } from "../routing/place.ts";
import type { PublishedRules } from "../routing/rule.ts";
import type { SearchIndex } from "./search-index.ts";

/** Counts up when the shape below changes: a device may still keep a file of yesterday's build. */
export const directoryFormat = 1;

export type ListedService = {
  key: string;
  slug: string;
  title: string;
  summary: string;
  targetDays: number | null;
  needsLevel: AssuranceLevel;
};
export type ListedOffice = { tenantId: TenantId; unitId: UnitId; unit: string; authority: string };

/**
 * Everything public that a device needs to say "this office, for this, here" without asking anybody: services in one
 * language, the index of their words, places, rules and the names of offices.
 */
export type DirectoryFile = {
  format: typeof directoryFormat;
  services: readonly ListedService[];
  index: SearchIndex;
  places: readonly Place[];
  offices: readonly ListedOffice[];
  published: readonly PublishedRules[];
};
