import { holdAccount } from "@dvd/db/repositories/identity";
import { DomainError } from "@dvd/domain/errors";
import type { Around } from "../context.ts";

/**
 * Around what a citizen changes: the end of their account waits for it, and what comes after the end is refused as any
 * login that is over. Otherwise something begun in that moment would outlive the account, and nobody could remove it.
 */
export const whileAccountStands: Around = async (tx, work) => {
  if (!(await holdAccount(tx, { alone: false }))) throw new DomainError("auth.required");
  return work();
};
