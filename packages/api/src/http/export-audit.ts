import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { assertCan } from "@dvd/domain/verdict";
import { DomainError } from "@dvd/domain/errors";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { exportCheckpoints, exportRecords } from "../audit/take-along.ts";
import { collectRecords } from "../collectors/collect-records.ts";
import { type OfficialCtx, officialCtx, type RequestContext } from "../context.ts";
import { spend } from "../limits/spend.ts";
import { bearerOf } from "./read-bearer.ts";
import type { HttpHandler } from "./respond.ts";

const headers = {
  "content-type": "application/jsonl; charset=utf-8",
  "content-disposition": "attachment",
  "cache-control": "no-store",
};

/**
 * `GET /api/audit/records?after=0`: lines, because a collector goes on where it stopped; before the first one the number to go
 * on from when all of them have arrived. The only route that a machine may ask for, with a token.
 */
export const sendRecords: HttpHandler = async (ctx, request, response) => {
  const { searchParams } = new URL(request.url ?? "", "http://portal");
  const after = searchParams.get("after") ?? "0";
  if (!/^\d{1,15}$/.test(after)) throw new DomainError("request.invalid");
  const token = bearerOf(request);
  const { upTo, lines } =
    token === null
      ? await exportRecords(await asOfficial(ctx), Number(after))
      : await collectRecords(ctx, token, Number(after));
  response.writeHead(200, { ...headers, "x-next-after": String(upTo) });
  await pipeline(Readable.from(lines), response);
};

/** `GET /api/audit/checkpoints` */
export const sendCheckpoints: HttpHandler = async (ctx, _request, response) => {
  const text = await exportCheckpoints(await asOfficial(ctx));
  response.writeHead(200, headers);
  response.end(text);
};

async function asOfficial(ctx: RequestContext): Promise<OfficialCtx> {
  const { actor } = ctx;
  if (!actor) throw new DomainError("auth.required");
  // On a counter of their own: colleagues without the role must not use up what the auditors need.
  if (actor.kind !== "official" || tenantCan("takeAuditAlong", actor) !== true) await spend(ctx, "refusal");
  if (actor.kind !== "official") throw new DomainError("auth.wrong-role");
  assertCan(tenantCan("takeAuditAlong", actor));
  await spend(ctx, "export");
  return officialCtx(ctx, actor);
}
