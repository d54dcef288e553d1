import { listServices as readServices } from "@dvd/db/repositories/directory";
import { readPublic } from "@dvd/db/tenant";
import type { Deps } from "../context.ts";

export const listServices = async (ctx: Deps) => {
  const services = await readPublic(ctx.db, readServices);
  return {
    services: services.map(({ key, slug, title, summary, evidence }) => ({ key, slug, title, summary, evidence })),
  };
};
