import { publicProcedure, router } from "../trpc.ts";
import { findOfficeInput, findOfficeOutput } from "./find-office.contract.ts";
import { findOffice } from "./find-office.ts";
import { getKeysInput, getKeysOutput } from "./get-keys.contract.ts";
import { getKeys } from "./get-keys.ts";
import { getLogGrowthInput, getLogGrowthOutput } from "./get-log-growth.contract.ts";
import { getLogGrowth } from "./get-log-growth.ts";
import { listLogEntriesInput, listLogEntriesOutput } from "./list-log-entries.contract.ts";
import { listLogEntries } from "./list-log-entries.ts";
import { listPlacesInput, listPlacesOutput } from "./list-places.contract.ts";
import { listPlaces } from "./list-places.ts";
import { listServicesInput, listServicesOutput } from "./list-services.contract.ts";
import { listServices } from "./list-services.ts";
import { searchServicesInput, searchServicesOutput } from "./search-services.contract.ts";
import { searchServices } from "./search-services.ts";

// No answers for errors: they are the same everywhere, and `rest/openapi.ts` describes them.
const open = { protect: false, tags: ["directory"], errorResponses: [] };

export const directoryRouter = router({
  listServices: publicProcedure
    .meta({ openapi: { method: "GET", path: "/services", summary: "All services", ...open } })
    .input(listServicesInput)
    .output(listServicesOutput)
    .query(({ ctx }) => listServices(ctx)),

  searchServices: publicProcedure
    .meta({ openapi: { method: "GET", path: "/services/search", summary: "Services for a need and a place", ...open } })
    .input(searchServicesInput)
    .output(searchServicesOutput)
    .query(({ ctx, input }) => searchServices(ctx, input)),

  listPlaces: publicProcedure
    .meta({ openapi: { method: "GET", path: "/places", summary: "Municipalities of a postal code", ...open } })
    .input(listPlacesInput)
    .output(listPlacesOutput)
    .query(({ ctx, input }) => listPlaces(ctx, input)),

  findOffice: publicProcedure
    .meta({
      openapi: { method: "GET", path: "/office", summary: "Responsible office for a service and a place", ...open },
    })
    .input(findOfficeInput)
    .output(findOfficeOutput)
    .query(({ ctx, input }) => findOffice(ctx, input)),

  getKeys: publicProcedure
    .meta({
      openapi: { method: "GET", path: "/authorities/{tenantId}/keys", summary: "Signed key statements", ...open },
    })
    .input(getKeysInput)
    .output(getKeysOutput)
    .query(({ ctx, input }) => getKeys(ctx, input)),

  getLogGrowth: publicProcedure
    .meta({
      openapi: { method: "GET", path: "/key-log/growth", summary: "Proof that the key log has only grown", ...open },
    })
    .input(getLogGrowthInput)
    .output(getLogGrowthOutput)
    .query(({ ctx, input }) => getLogGrowth(ctx, input)),

  listLogEntries: publicProcedure
    .meta({ openapi: { method: "GET", path: "/key-log/entries", summary: "All entries of the key log", ...open } })
    .input(listLogEntriesInput)
    .output(listLogEntriesOutput)
    .query(({ ctx, input }) => listLogEntries(ctx, input)),
});
