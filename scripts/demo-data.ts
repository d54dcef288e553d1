import { createPublicKey, randomFillSync } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { publishForm } from "@dvd/api/forms/publish-form";
import { foundAuthority } from "@dvd/api/founding/found-authority";
import { examinePublished } from "@dvd/api/founding/publish-rules";
import { publishDirectoryHead } from "@dvd/api/founding/publish-directory-head";
import { pseudonymOf } from "@dvd/api/sessions/open-session";
import { tenantRoles } from "@dvd/domain/actor";
import { importSigningKey } from "@dvd/crypto";
import { createDb } from "@dvd/db/client";
import { hasAuthorities, putServices, replacePlaces, tenantIdOf } from "@dvd/db/repositories/founding";
import { demoPlaces } from "./catalogue/places.ts";
import { demoRules } from "./catalogue/rules.ts";
import { demoServices } from "./catalogue/services.ts";
import { describeFindings } from "./catalogue/describe-findings.ts";
import { type DemoAuthority, officeOf } from "./embedded/demo-people.ts";
import type { DemoLogin, DemoSummary, SeedOptions } from "./embedded/demo-summary.ts";
import { EmbeddedError } from "./embedded/errors.ts";
import { demoForms } from "./forms/forms.ts";

const clock = { now: () => new Date(), randomBytes: (length: number) => randomFillSync(new Uint8Array(length)) };

type FoundingDeps = Parameters<typeof foundAuthority>[0];

/**
 * Two authorities with their keys, as real ones would make them. The root keys stay in the data folder, which stands
 * for the authorities' safes, and recovery keys in files, which stand for paper. Runs at every start: later ones only
 * publish the catalogue anew.
 */
export async function seedDemo(options: SeedOptions): Promise<DemoSummary> {
  const summaryFile = path.join(options.dataDir, "demo/logins.json");
  const { db, close } = createDb(options.ownerUrl, { applicationName: "dvd-seed" });
  const deps: FoundingDeps = { ...clock, db };
  try {
    await putServices(db, demoServices);
    for (const { slug, key } of demoServices) if (demoForms[slug]) await publishForm(deps, key, demoForms[slug]);
    await replacePlaces(db, demoPlaces);
    await keep(path.join(options.dataDir, "demo/schluesselstelle.txt"), keyOfficeCommands(options));
    if (await hasAuthorities(db)) return await readSummary(summaryFile);

    const logins: DemoLogin[] = options.people.citizens.map(({ name }) => ({ name, office: "Bürgerkonto" }));
    for (const authority of options.people.authorities) logins.push(...(await seedAuthority(deps, options, authority)));
    await keep(path.join(options.dataDir, "demo/zustaendigkeiten.txt"), describeFindings(await examinePublished(deps)));
    await keep(summaryFile, JSON.stringify({ logins }));
    return { logins };
  } finally {
    await close();
  }
}

async function seedAuthority(deps: FoundingDeps, options: SeedOptions, authority: DemoAuthority): Promise<DemoLogin[]> {
  const { people, issuers, receiptKey, dataDir } = options;
  const ofAuthority = people.officials.filter(({ tenant }) => tenant === authority.slug);
  const staff = tenantRoles.flatMap((role) =>
    ofAuthority.filter(({ roles }) => roles.includes(role)).map((person) => ({ ...person, role })),
  );
  const persons = ofAuthority.filter(({ units }) => units.length > 0);
  const subjectHashOf = (subject: string) =>
    new Uint8Array(pseudonymOf(options, { issuer: issuers.official, subject }));
  const founded = await foundAuthority(deps, {
    ...authority,
    officials: persons.map(({ name, units: [unit = ""], sub, postSign }) => {
      return { name, unit, postSign, subjectHash: subjectHashOf(sub) };
    }),
    staff: staff.map(({ role, sub, postSign }) => ({ role, postSign, subjectHash: subjectHashOf(sub) })),
    rules: demoRules[authority.slug] ?? [],
    receiptSpki: createPublicKey(receiptKey).export({ type: "spki", format: "der" }),
    log: options.log,
  });

  const safe = safeOf(options, authority);
  await keep(path.join(safe, "root-key.pk8"), founded.rootKey);
  await keep(path.join(safe, operationalKeyFile), founded.operationalKey);
  const logins = await Promise.all(
    persons.map(async (person, index) => {
      const recoveryKeyFile = path.join(dataDir, "demo", `${person.sub}.txt`);
      await keep(recoveryKeyFile, `${founded.officials[index]?.recoveryKey}\n`);
      return { name: person.name, office: officeOf(person, people), recoveryKeyFile };
    }),
  );
  return [...logins, ...staff.map((person) => ({ name: person.name, office: officeOf(person, people) }))];
}

/** What an authority does every day, with the key from its safe: says anew which of its statements count. */
export async function signHeads(options: SeedOptions) {
  const { db, close } = createDb(options.ownerUrl, { applicationName: "dvd-heads", max: 1 });
  try {
    for (const authority of options.people.authorities) {
      const key = await readFile(path.join(safeOf(options, authority), operationalKeyFile));
      const tenantId = await tenantIdOf(db, authority.slug);
      await publishDirectoryHead({ ...clock, db }, tenantId, await importSigningKey(key));
    }
  } finally {
    await close();
  }
}

/** For whoever plays the key office: docs/members.md, 4. Written at every start, because the database may have moved. */
const keyOfficeCommands = (options: SeedOptions) =>
  options.people.authorities
    .map((authority) => {
      const key = path.join(safeOf(options, authority), operationalKeyFile);
      return `npm run key-office -- --database '${options.ownerUrl}' --authority ${authority.slug} --key '${key}'\n`;
    })
    .join("");

const safeOf = ({ dataDir }: SeedOptions, { slug }: DemoAuthority) => path.join(dataDir, `authority-${slug}`);
const operationalKeyFile = "operational-key.pk8";

/** Written by ourselves as the last thing of a first start; one that broke off before has to begin anew. */
async function readSummary(file: string): Promise<DemoSummary> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new EmbeddedError("demo-incomplete", {}, { cause });
  });
  return JSON.parse(text) as DemoSummary;
}

async function keep(file: string, content: string | Uint8Array) {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, content, { mode: 0o600 });
}
