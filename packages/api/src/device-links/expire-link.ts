import { removeLink } from "@dvd/db/repositories/device-links";
import { withCitizen, withTenant } from "@dvd/db/tenant";
import type { JobPayload } from "../adapters/jobs/definitions.ts";
import type { WorkerDeps } from "../context.ts";

/** Nothing of a question stays after its time, answered or not. A later question of the same account is another row. */
export async function expireLink({ db }: WorkerDeps, about: JobPayload<"expire-device-link">) {
  const { linkId } = about;
  if ("citizenId" in about) await withCitizen(db, about.citizenId, (tx) => removeLink(tx, about.citizenId, linkId));
  else await withTenant(db, about, (tx) => removeLink(tx, about.officialId, linkId));
}
