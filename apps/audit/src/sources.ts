import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { LinkedRecord } from "@dvd/api/audit/chain-check";
import { readExportLine } from "@dvd/api/audit/export-line";
import { toHex } from "@dvd/crypto";
import { createDb } from "@dvd/db/client";
import { listLinked } from "@dvd/db/repositories/audit";
import { withTenant } from "@dvd/db/tenant";
import type { TenantId } from "@dvd/domain/ids";
import { CliError } from "./exit-codes.ts";

/** Records in the order in which somebody gave them to us; any size takes the same memory. */
export type Source = AsyncIterable<LinkedRecord>;

export async function* fromFile(file: string): Source {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number += 1;
    const record = readExportLine(line);
    if (!record) throw new CliError("malformed", `line ${number} is no line of an export`);
    yield record;
  }
}

const pageSize = 2_000;

/** As the application sees it: its own address is enough, no right of an administrator is needed. */
export async function* fromDatabase(url: string, chain: TenantId, from = 1): Source {
  const { db, close } = createDb(url, { applicationName: "dvd-audit", max: 1 });
  try {
    let next = from;
    for (;;) {
      const rows = await withTenant(db, { tenantId: chain }, (tx) => listLinked(tx, chain, next, pageSize));
      for (const { seq, record, link } of rows) yield { seq, record, link: toHex(link) };
      const last = rows.at(-1);
      if (!last) return;
      next = last.seq + 1;
    }
  } finally {
    await close();
  }
}
