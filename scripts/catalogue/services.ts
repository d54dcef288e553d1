import type { Service } from "@dvd/domain/service/service";
import { buildingServices } from "./building.ts";
import { everydayServices } from "./everyday.ts";
import { familyServices } from "./family.ts";
import { moneyServices } from "./money.ts";
import { movingServices } from "./moving.ts";
import { paperServices } from "./papers.ts";
import { rightsServices } from "./rights.ts";
import { workServices } from "./work.ts";

/** The catalogue of the demo. Keys that begin with 99 are real ones of the federal catalogue. */
export const demoServices: Service[] = [
  ...movingServices,
  ...familyServices,
  ...buildingServices,
  ...moneyServices,
  ...paperServices,
  ...everydayServices,
  ...workServices,
  ...rightsServices,
];
