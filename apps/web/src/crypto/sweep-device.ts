import { draftLimits } from "@dvd/domain/form/draft-limits";
import type { BegunCases } from "./begun-cases.ts";
import type { createDeviceDrafts } from "./device-drafts.ts";
import type { Bundle } from "./uploads/upload-records.ts";
import type { createUploads } from "./uploads/uploads.ts";

type Ports = {
  drafts: Pick<ReturnType<typeof createDeviceDrafts>, "sweepDrafts">;
  uploads: Pick<ReturnType<typeof createUploads>, "removeFilesBefore">;
  cases: Pick<BegunCases, "forgetBefore">;
  now: () => Date;
};

const dayMs = 86_400_000;

/** What nobody has gone on with for as long as a draft lives leaves the device, whoever is signed in. */
export async function sweepDevice({ drafts, uploads, cases, now }: Ports) {
  const alive = await drafts.sweepDrafts();
  // A document of a draft that somebody still writes is as young as the draft.
  const isAlive = (of: Bundle) => alive.some((one) => one.accountId === of.accountId && one.bundle === of.bundle);
  const time = now().getTime() - draftLimits.days * dayMs;
  await uploads.removeFilesBefore(time, isAlive);
  await cases.forgetBefore(time, isAlive);
}
