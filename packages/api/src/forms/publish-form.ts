import { equalBytes } from "@dvd/crypto";
import type { Db } from "@dvd/db/client";
import { getService } from "@dvd/db/repositories/directory";
import { addForm, findForm } from "@dvd/db/repositories/forms";
import { readPublic } from "@dvd/db/tenant";
import { DomainError } from "@dvd/domain/errors";
import { checkDefinition } from "@dvd/domain/form/check-definition";
import type { FormDefinition } from "@dvd/domain/form/definition";
import { newId, type WorkerDeps } from "../context.ts";
import { formHash } from "./form-hash.ts";

type PublishDeps = Pick<WorkerDeps, "now" | "randomBytes"> & {
  /** With the owner's rights: the application only reads what is published. */
  db: Db;
};

/** Publishes a form as the next version of its service's. What is published already stays the version that it is. */
export async function publishForm(deps: PublishDeps, serviceKey: string, definition: FormDefinition) {
  const { service, newest } = await readPublic(deps.db, async (tx) => ({
    service: await getService(tx, serviceKey),
    newest: await findForm(tx, serviceKey),
  }));
  const ids = service.evidence.map(({ id }) => id);
  const [fault] = checkDefinition(definition, ids);
  if (fault) throw new DomainError("form.invalid", { fault: fault.code, at: fault.at });

  const hash = formHash(definition);
  if (newest && equalBytes(newest.hash, hash)) return newest.version;
  const version = (newest?.version ?? 0) + 1;
  await addForm(deps.db, { id: newId(deps), serviceKey, version, definition, hash, publishedAt: deps.now() });
  return version;
}
