import { randomFillSync } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { comparedForLists } from "@dvd/api/founding/compared-for-lists";
import { agreesOnLeavers, type Listed, shortDigits } from "@dvd/api/founding/describe-list";
import { publishMembers } from "@dvd/api/founding/publish-members";
import { publishUnitKeys } from "@dvd/api/founding/publish-unit-keys";
import { importSigningKey } from "@dvd/crypto";
import { createDb } from "@dvd/db/client";
import { tenantIdOf } from "@dvd/db/repositories/founding";

const usage = `npm run key-office -- --database <Adresse als dvd_owner> --authority <Kurzname> --key <operational-key.pk8>
  [--compared "<sechzig Ziffern>"] … [--left "<zehn Ziffern>"] …

Zeigt, welche Stelle einen neuen Schlüssel vorgeschlagen hat, und wer den Schlüssel einer Stelle hat und noch nicht im
unterschriebenen Verzeichnis steht. Mit --compared wird unterschrieben oder aufgenommen, wessen Ziffern Sie von den
Personen selbst bekommen und verglichen haben. Zum ersten Schlüssel einer Stelle gehören zwei: die des Schlüssels und die
der Person, die ihn gemacht hat. Mit einem neuen Schlüssel endet im Verzeichnis, wer kein Mitglied
mehr ist: Wer das ist, nennen Sie mit --left und den ersten zehn Ziffern der Person. Stimmt das nicht mit dem Portal
überein, wird nichts unterschrieben.`;

const standings = { stays: "bleibt", leaves: "geht", "had-left": "ging früher" } as const satisfies Record<
  Listed["standing"],
  string
>;
const plain = (typed: string) => typed.trim().replaceAll(/\s+/g, " ");

/** For whoever keeps the operational key of an authority. Resolves with the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      database: { type: "string" },
      authority: { type: "string" },
      key: { type: "string" },
      compared: { type: "string", multiple: true, default: [] },
      left: { type: "string", multiple: true, default: [] },
    },
  });
  const { database, authority, key, compared, left } = values;
  if (!database || !authority || !key) {
    console.error(usage);
    return 1;
  }
  const { db, close } = createDb(database, { applicationName: "dvd-key-office", max: 1 });
  try {
    const deps = { db, now: () => new Date(), randomBytes: (length: number) => randomFillSync(new Uint8Array(length)) };
    const operationalKey = await importSigningKey(await readFile(key));
    const digits = new Set(compared.map(plain));
    const gone = new Set(left.map((one) => shortDigits(plain(one))));
    const tenantId = await tenantIdOf(db, authority);
    // First: who comes in the same run is taken into the list that goes with the new key.
    const keys = await publishUnitKeys(deps, tenantId, operationalKey, { compared: digits, left: gone });
    for (const { unit, postSign, epoch, digits: own, proposerDigits, isSigned, hasColleagues, people } of keys) {
      console.log(
        `${isSigned ? "unterschrieben" : "vorgeschlagen"}: Schlüssel ${epoch}, ${unit}, von ${postSign}\n  ${own}`,
      );
      if (!isSigned && hasColleagues)
        console.log(`  Lassen Sie sich die Ziffern von jemand anderem aus der Stelle sagen, nicht von ${postSign}.`);
      if (!isSigned && proposerDigits)
        console.log(
          `  Der erste Schlüssel dieser Stelle. Dazu gehören die eigenen Ziffern von ${postSign}:\n  ${proposerDigits}`,
        );
      if (!isSigned && !hasColleagues && !proposerDigits)
        console.log(`  Außer ${postSign} hat niemand diesen Schlüssel: Niemand sonst kann ihn prüfen.`);
      for (const person of people)
        console.log(`  ${standings[person.standing]}: ${person.postSign}, ${shortDigits(person.digits)}`);
      if (!isSigned && !agreesOnLeavers(people, gone))
        console.log(
          "  Wer geht, weiß das Portal nur von sich. Nennen Sie mit --left genau diese Personen, keine andere.",
        );
    }
    const newcomers = await publishMembers(deps, tenantId, operationalKey, comparedForLists(keys, digits));
    for (const { unit, postSign, digits: own, isTaken } of newcomers)
      console.log(`${isTaken ? "aufgenommen" : "offen"}: ${postSign}, ${unit}\n  ${own}`);
    if (newcomers.length === 0) console.log("Alle, die lesen können, stehen im Verzeichnis.");
    return newcomers.every(({ isTaken }) => isTaken) && keys.every(({ isSigned }) => isSigned) ? 0 : 2;
  } finally {
    await close();
  }
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
