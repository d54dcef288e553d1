import { parseArgs } from "node:util";
import { measureAudit } from "./audit/measure.ts";
import { measureSearch } from "./catalogue/measure-search.ts";
import { measureServices } from "./catalogue/measure-services.ts";
import { measureCrypto } from "./crypto/measure.ts";
import { measureLeaving } from "./leaving/measure.ts";
import { measureLargest } from "./largest/measure.ts";
import { measureLimits } from "./limits.ts";
import { measureStart } from "./start-portal.ts";
import { measureUploads } from "./uploads/measure.ts";

/** `npm run bench -- NAME`: one measurement, its figures on standard output. Nothing here asserts a time. */
const benchmarks = {
  start: measureStart,
  audit: measureAudit,
  crypto: measureCrypto,
  uploads: measureUploads,
  largest: measureLargest,
  limits: measureLimits,
  leaving: measureLeaving,
  search: measureSearch,
  services: measureServices,
} as const;

type Name = keyof typeof benchmarks;
const isName = (name: string | undefined): name is Name => name !== undefined && Object.hasOwn(benchmarks, name);

const { positionals } = parseArgs({ allowPositionals: true });
const [name] = positionals;
if (!isName(name)) throw new Error(`which one? ${Object.keys(benchmarks).join(", ")}`);
await benchmarks[name]();
