import { listServices as readServices } from "@dvd/db/repositories/directory";
import { readPublic } from "@dvd/db/tenant";
import type { Deps } from "../context.ts";

export const listServices = async (ctx: Deps) => ({ services: await readPublic(ctx.db, readServices) });
