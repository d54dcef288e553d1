import { DomainError } from "@dvd/domain/errors";
import { type FreshLoginAct, isFresh } from "@dvd/domain/session/fresh-login";
import type { ActorCtx } from "../context.ts";

/** May they, now? An open page is not enough for what the table of `fresh-login.ts` names. */
export function assertFreshLogin({ actor, now }: Pick<ActorCtx, "actor" | "now">, act: FreshLoginAct) {
  if (!isFresh(actor.authenticatedAt, now())) throw new DomainError("auth.login-too-old", { act });
}
