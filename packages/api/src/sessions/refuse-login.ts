import { refuseLogin as recordRefusal } from "@dvd/db/repositories/identity";
import { isAudited, type LoginKind, type LoginRefusal } from "@dvd/domain/session/login";
import type { WorkerDeps } from "../context.ts";

type Refused = {
  kind: LoginKind;
  reason: LoginRefusal /** A code of the library, never its message. */;
  detail?: string;
};

/** A login that ended before anybody knew whose it was. */
export async function refuseLogin({ db, log }: Pick<WorkerDeps, "db" | "log">, refused: Refused) {
  log.event("login.failed", refused);
  if (isAudited(refused.reason)) await recordRefusal(db, refused.reason);
}
