import { z } from "zod";
import { ars, postalCode } from "../wire.ts";

export const listPlacesInput = z.strictObject({ postalCode });
export type ListPlaces = z.output<typeof listPlacesInput>;

export const listPlacesOutput = z.strictObject({
  places: z.array(
    z.strictObject({
      postalCode,
      ars,
      name: z.string(),
      contact: z
        .strictObject({ authority: z.string(), address: z.string(), phone: z.string() })
        .nullable()
        .describe("The town hall, from public lists, for places that are not connected"),
    }),
  ),
});
