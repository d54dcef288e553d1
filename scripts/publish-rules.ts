import { randomFillSync } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { publishRulesFile, writeRules } from "@dvd/api/founding/rules-file";
import { createDb } from "@dvd/db/client";
import { tenantIdOf } from "@dvd/db/repositories/founding";
import { describeFindings } from "./catalogue/describe-findings.ts";

const usage = `npm run publish-rules -- --database <Adresse als dvd_owner> --authority <Kurzname> [--rules <datei.json>]

Ohne --rules: zeigt die geltenden Zuständigkeiten der Behörde als JSON. Mit --rules: veröffentlicht die aus der Datei, alle
auf einmal. Jede nennt eine offene Stelle, deren Schlüssel unterschrieben ist. Laufende Vorgänge bleiben, wo sie sind.`;

/** For whoever keeps the rules of an authority: docs/catalogue.md. Resolves with the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { database: { type: "string" }, authority: { type: "string" }, rules: { type: "string" } },
  });
  const { database, authority, rules } = values;
  if (!database || !authority) {
    console.error(usage);
    return 1;
  }
  const { db, close } = createDb(database, { applicationName: "dvd-rules", max: 1 });
  try {
    const deps = { db, now: () => new Date(), randomBytes: (length: number) => randomFillSync(new Uint8Array(length)) };
    const tenantId = await tenantIdOf(db, authority);
    if (!rules) {
      console.log(JSON.stringify(await writeRules(deps, tenantId), null, 2));
      return 0;
    }
    const content: unknown = JSON.parse(await readFile(rules, "utf8"));
    const { version, findings } = await publishRulesFile(deps, tenantId, content);
    console.log(`veröffentlicht: Fassung ${version}\n${describeFindings(findings)}`);
    return 0;
  } finally {
    await close();
  }
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
