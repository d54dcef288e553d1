import { z } from "zod";
import { serviceKey } from "../wire.ts";

export const localized = z.strictObject({ de: z.string(), en: z.string(), simple: z.string() });

export const listServicesInput = z.strictObject({});
export const listServicesOutput = z.strictObject({
  services: z.array(
    z.strictObject({
      key: serviceKey,
      slug: z.string().describe("Address of the service's pages"),
      title: localized,
      summary: localized,
      evidence: z.array(localized).describe("Documents to have at hand"),
    }),
  ),
});
