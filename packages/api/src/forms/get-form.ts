import { toHex } from "@dvd/crypto";
import { getService } from "@dvd/db/repositories/directory";
import { findForm } from "@dvd/db/repositories/forms";
import { readPublic } from "@dvd/db/tenant";
import { DomainError } from "@dvd/domain/errors";
import { genericForm } from "@dvd/domain/form/generic-form";
import type { Deps } from "../context.ts";
import { formHash } from "./form-hash.ts";
import type { GetForm } from "./get-form.contract.ts";

/** What a service asks. Who has published nothing gets the form for everything: who, and what about. */
export const getForm = (ctx: Pick<Deps, "db">, { serviceKey, version }: GetForm) =>
  readPublic(ctx.db, async (tx) => {
    await getService(tx, serviceKey);
    const found = version === 0 ? undefined : await findForm(tx, serviceKey, version);
    if (found) return { version: found.version, hash: toHex(found.hash), definition: found.definition };
    if (version) throw new DomainError("form.not-found");
    return { version: 0, hash: toHex(formHash(genericForm)), definition: genericForm };
  });
