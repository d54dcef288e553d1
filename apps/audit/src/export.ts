import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { exportLine } from "@dvd/api/audit/export-line";
import { createDb } from "@dvd/db/client";
import { appendAudit } from "@dvd/db/repositories/audit";
import { withTenant } from "@dvd/db/tenant";
import type { TenantId } from "@dvd/domain/ids";
import { uuidv7 } from "@dvd/domain/ids";
import { isChain } from "./chain-id.ts";
import { CliError } from "./exit-codes.ts";
import { fromDatabase } from "./sources.ts";

const options = {
  chain: { type: "string" },
  after: { type: "string", default: "0" },
  "database-url-file": { type: "string" },
} as const;

/** Lines for a system that collects logs. That they were taken along is in the log before the first one leaves. */
export async function exportLines(args: string[], write: (line: string) => Promise<void>): Promise<void> {
  const { values } = parseArgs({ args, options });
  const { chain, after } = values;
  if (!chain || !isChain(chain)) throw new CliError("usage", "name --chain, the id of the chain");
  if (!values["database-url-file"]) throw new CliError("usage", "name --database-url-file");
  if (!/^\d{1,15}$/.test(after)) throw new CliError("usage", "--after takes the number of the last record you have");
  const url = (await readFile(values["database-url-file"], "utf8")).trim();
  await noteExport(url, chain, Number(after));
  for await (const record of fromDatabase(url, chain, Number(after) + 1)) await write(`${exportLine(record)}\n`);
}

async function noteExport(url: string, tenantId: TenantId, after: number) {
  const { db, close } = createDb(url, { applicationName: "dvd-audit", max: 1 });
  const id = uuidv7<string>(new Date(), crypto.getRandomValues(new Uint8Array(10)));
  const actor = { kind: "system" as const, id: null };
  try {
    await withTenant(db, { tenantId }, (tx) =>
      appendAudit(tx, { id, tenantId, actor, correlationId: "dvd-audit", event: { type: "audit.exported", after } }),
    );
  } finally {
    await close();
  }
}
