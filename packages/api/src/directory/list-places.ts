import { listPlaces as readPlaces } from "@dvd/db/repositories/directory";
import { readPublic } from "@dvd/db/tenant";
import type { Deps } from "../context.ts";
import type { ListPlaces } from "./list-places.contract.ts";

/** The municipalities that share a postal code, for the question which of them is meant. */
export const listPlaces = async (ctx: Deps, { postalCode }: ListPlaces) => ({
  places: await readPublic(ctx.db, (tx) => readPlaces(tx, postalCode)),
});
