import { z } from "zod";
import { bytesOf } from "../wire.ts";

export const openLinkInput = z.strictObject({ linkId: z.uuid(), publicKey: bytesOf(1665), proof: bytesOf(48) });
export type OpenLink = z.output<typeof openLinkInput>;
export const openLinkOutput = z.strictObject({ expiresAt: z.iso.datetime() });
