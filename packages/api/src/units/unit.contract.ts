import type { UnitId } from "@dvd/domain/ids";
import { unitNamePattern } from "@dvd/domain/tenant/unit-name";
import { z } from "zod";
import { idOf } from "../wire.ts";

const name = z.string().regex(unitNamePattern);

export const createUnitInput = z.strictObject({ name });
export type CreateUnit = z.output<typeof createUnitInput>;

export const renameUnitInput = z.strictObject({ unitId: idOf<UnitId>(), name });
export type RenameUnit = z.output<typeof renameUnitInput>;

/** Of closing and of opening again. */
export const unitInput = z.strictObject({ unitId: idOf<UnitId>() });
export type WhichUnit = z.output<typeof unitInput>;

export const unitOutput = z.strictObject({ unitId: z.uuid() });
