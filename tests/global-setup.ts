import { jobQueues } from "@dvd/api/adapters/jobs/definitions";
import { prepareTemplate } from "@dvd/db/testing";
import { redisProgram } from "@dvd/api/testing/redis-server";
import { startTestDatabase } from "@dvd/scripts/test-database";

/** One real PostgreSQL for the whole run; each test file clones its own database from a migrated template. */
export default async function setup() {
  if (!redisProgram)
    console.warn("\nSKIPPED: no redis-server or valkey-server here, so the drivers for Redis are not tested.\n");
  const { adminUrl, stop } = await startTestDatabase();
  const template = await prepareTemplate(adminUrl, jobQueues);
  process.env.TEST_DATABASE_URL = adminUrl;
  process.env.TEST_TEMPLATE_DATABASE = template.name;
  return async () => {
    await template.drop();
    await stop();
  };
}
