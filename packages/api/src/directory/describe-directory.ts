import { listOffices, listPlaces, listPublishedRules, listServices } from "@dvd/db/repositories/directory";
import { readPublic } from "@dvd/db/tenant";
import { type DirectoryFile, directoryFormat } from "@dvd/domain/search/directory-file";
import { buildSearchIndex } from "@dvd/domain/search/search-index";
import type { LocalText } from "@dvd/domain/service/service";
import type { Deps } from "../context.ts";

/** What a device needs to search by itself, in one of the versions of the texts. */
export const describeDirectory = (ctx: Pick<Deps, "db">, version: keyof LocalText): Promise<DirectoryFile> =>
  readPublic(ctx.db, async (tx) => {
    const services = await listServices(tx);
    return {
      format: directoryFormat,
      services: services.map(({ key, slug, title, summary, targetDays, needsLevel }) => ({
        key,
        slug,
        title: title[version],
        summary: summary[version],
        targetDays,
        needsLevel,
      })),
      index: buildSearchIndex(services),
      places: await listPlaces(tx),
      offices: await listOffices(tx),
      published: await listPublishedRules(tx),
    };
  });
