import { isRefusedAccess } from "@dvd/domain/audit/refused-access";
import type { DomainErrorCode } from "@dvd/domain/errors";
import type { RequestContext } from "../context.ts";

/** Somebody who is signed in was refused what may be a door that they tried; `route` is a procedure or a route of the table. */
export function noteRefusal(
  ctx: Pick<RequestContext, "actor" | "operations" | "correlationId">,
  route: string,
  code: DomainErrorCode,
) {
  if (ctx.actor && isRefusedAccess(code)) ctx.operations.note(ctx, { type: "access.refused", procedure: route, code });
}
