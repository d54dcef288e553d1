import { z } from "zod";
import { serviceKey } from "../wire.ts";
import { formDefinition } from "./form.contract.ts";

/** Without a version: the newest. */
export const getFormInput = z.strictObject({ serviceKey, version: z.int().min(0).optional() });
export type GetForm = z.output<typeof getFormInput>;

export const getFormOutput = z.strictObject({
  version: z.int().describe("0 is the portal's own form, for services that have none"),
  hash: z.string().describe("SHA-256 in hex of the definition in canonical JSON (RFC 8785)"),
  definition: formDefinition,
});
