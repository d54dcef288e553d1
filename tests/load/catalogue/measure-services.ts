import { searchServices } from "@dvd/api/directory/search-services";
import { createDb, type Db } from "@dvd/db/client";
import { replacePlaces } from "@dvd/db/repositories/founding";
import { serviceRow } from "@dvd/db/repositories/search";
import { searchWords, services } from "@dvd/db/schema/directory";
import { prepareTemplate, testDb } from "@dvd/db/testing";
import { termsOf } from "@dvd/domain/search/search-index";
import { demoPlaces } from "@dvd/scripts/catalogue/places";
import { queries } from "@dvd/scripts/catalogue/queries";
import { startTestDatabase } from "@dvd/scripts/test-database";
import { spread, timed } from "../pairs.ts";
import { syntheticServices } from "./synthetic-services.ts";

const count = 100_000;
const rounds = 3;
/** Words that a great part of this catalogue has: the worst that can be asked. */
const common = ["anmelden", "genehmigung", "für betriebe", "kindergebühr 05123"];

/** The search of the server in 100,000 services, in a database of its own: every query of the shared table, one by one. */
export async function measureServices() {
  const server = await startTestDatabase();
  const template = await prepareTemplate(server.adminUrl, []);
  process.env.TEST_DATABASE_URL = server.adminUrl;
  process.env.TEST_TEMPLATE_DATABASE = template.name;
  const test = await testDb();
  const owner = createDb(test.ownerUrl, { applicationName: "bench", max: 1 });
  try {
    console.log(`filled in ${((await timed(() => fill(owner.db))) / 1000).toFixed(0)} s`);
    const ctx = { db: test.db, now: () => new Date() };
    const ask = (query: string) => timed(() => searchServices(ctx, { query, limit: 10 }));
    for (const [typed] of queries) await ask(typed);
    const asked: { typed: string; ms: number }[] = [];
    for (let round = 0; round < rounds; round += 1)
      for (const [typed] of queries) asked.push({ typed, ms: await ask(typed) });
    const times = asked.map(({ ms }) => ms);
    console.log(
      `${count} services, ${queries.length} queries, ms: ${spread(times)}; nine in ten below ${percentile(times, 0.9)}`,
    );
    for (const { typed, ms } of asked.toSorted((a, b) => b.ms - a.ms).slice(0, 5))
      console.log(`slowest: “${typed}”, ${ms.toFixed(0)} ms`);
    for (const typed of common) {
      await ask(typed);
      console.log(`“${typed}”, ms: ${spread([await ask(typed), await ask(typed), await ask(typed)])}`);
    }
  } finally {
    await owner.close();
    await test.drop();
    await template.drop();
    await server.stop();
  }
}

async function fill(db: Db) {
  await replacePlaces(db, demoPlaces);
  const words = new Set<string>();
  const chunk: ReturnType<typeof serviceRow>[] = [];
  for (const service of syntheticServices(count)) {
    for (const word of termsOf(service).keys()) words.add(word);
    chunk.push(serviceRow(service));
    if (chunk.length === 500) await db.insert(services).values(chunk.splice(0));
  }
  if (chunk.length > 0) await db.insert(services).values(chunk);
  const all = [...words].map((word) => ({ word }));
  while (all.length > 0) await db.insert(searchWords).values(all.splice(0, 5_000));
  await db.execute("vacuum analyze services, search_words");
}

const percentile = (values: readonly number[], part: number) =>
  (values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? 0).toFixed(1);
