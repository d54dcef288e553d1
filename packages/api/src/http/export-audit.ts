import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { assertCan } from "@dvd/domain/verdict";
import { DomainError } from "@dvd/domain/errors";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { exportCheckpoints, exportRecords } from "../audit/take-along.ts";
import { type OfficialCtx, officialCtx, type RequestContext } from "../context.ts";
import { spend } from "../limits/spend.ts";
import type { HttpHandler } from "./respond.ts";

const headers = {
  "content-type": "application/jsonl; charset=utf-8",
  "content-disposition": "attachment",
  "cache-control": "no-store",
};

/** `GET /api/audit/records?after=0`: lines, because a collector goes on where it stopped. */
export const sendRecords: HttpHandler = async (ctx, request, response) => {
  const { searchParams } = new URL(request.url ?? "", "http://portal");
  const after = searchParams.get("after") ?? "0";
  if (!/^\d{1,15}$/.test(after)) throw new DomainError("request.invalid");
  const lines = await exportRecords(await asOfficial(ctx), Number(after));
  response.writeHead(200, headers);
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
  // On a counter of their own: colleagues without the role must not use up what the authority's collector needs.
  if (actor.kind !== "official" || tenantCan("takeAuditAlong", actor) !== true) await spend(ctx, "refusal");
  if (actor.kind !== "official") throw new DomainError("auth.wrong-role");
  assertCan(tenantCan("takeAuditAlong", actor));
  await spend(ctx, "export");
  return officialCtx(ctx, actor);
}
