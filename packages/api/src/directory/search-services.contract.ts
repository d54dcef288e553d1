import { z } from "zod";
import { localized } from "./service.contract.ts";
import { serviceKey } from "../wire.ts";

/** What people write about what they need; no path, no markup, no byte that a database refuses. */
const typed = /^[\p{Letter}\p{Mark}\p{Number} \-–.,;:!?'’"„“()&+§%€]*$/u;

export const searchServicesInput = z.strictObject({
  query: z.string().max(200).regex(typed).describe("Need and place in one, such as “hund anmelden 05123”"),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});
export type SearchServices = z.output<typeof searchServicesInput>;

export const searchServicesOutput = z.strictObject({
  services: z.array(
    z.strictObject({
      key: serviceKey,
      slug: z.string(),
      title: localized,
      summary: localized,
      kind: z.enum(["exact", "maybe"]).describe("Has all that was asked for, or some of it"),
      office: z
        .strictObject({ authority: z.string(), unit: z.string(), isClearing: z.boolean() })
        .nullable()
        .describe("Null without a place, where nobody is responsible, and where the place is not exact enough"),
    }),
  ),
});
