import { z } from "zod";
import { service } from "./service.contract.ts";

export const listServicesInput = z.strictObject({});
export const listServicesOutput = z.strictObject({ services: z.array(service) });
