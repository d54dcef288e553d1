import { getService, listPlaces, listPublishedRules } from "@dvd/db/repositories/directory";
import type { AnyTx } from "@dvd/db/tenant";
import { DomainError } from "@dvd/domain/errors";
import { routePlace } from "@dvd/domain/routing/route-place";
import type { Deps } from "../context.ts";
import type { FindOffice } from "./find-office.contract.ts";

/** Under this name the published rules are cached, until somebody publishes. */
export const routingRules = "routing-rules";
const keptMs = 3_600_000;

/** The one place where published rules are read for a decision. */
const readRules = (ctx: Deps, tx: AnyTx) => ctx.cache.remember(routingRules, keptMs, () => listPublishedRules(tx));

/** The published rules decide, from plaintext metadata alone. What is returned is the explanation that a case keeps. */
export async function decideRoute(ctx: Deps, tx: AnyTx, { serviceKey, postalCode, ars }: FindOffice) {
  await getService(tx, serviceKey);
  const world = { published: await readRules(ctx, tx), places: await listPlaces(tx, postalCode) };
  const decision = routePlace(world, { serviceKey, postalCode, ars: ars ?? null }, ctx.now());
  if (!decision) throw new DomainError("routing.no-office");
  return decision;
}
