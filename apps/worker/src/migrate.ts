import { readFileSync } from "node:fs";
import { jobQueues } from "@dvd/api/adapters/jobs/definitions";
import { clusterProblems } from "@dvd/config/cluster-rules";
import { ConfigError } from "@dvd/config/config-error";
import { createLogger } from "@dvd/config/log";
import { reportStartFailure } from "@dvd/config/report-start-failure";
import { settings } from "@dvd/config/settings";
import { migrate } from "@dvd/db/migrate";

const option = "--owner-url-file";

/**
 * Runs once before a version is rolled out: `node migrate/main.mjs --owner-url-file <file>`. The owner's address is no
 * setting of web and worker on purpose: whoever may alter tables and policies must not be the one who takes requests.
 */
async function main() {
  const start = performance.now();
  const log = createLogger({ level: "info", service: "migrate" });
  await migrate(readOwnerUrl(process.argv.slice(2)), { queues: jobQueues });
  log.event("database.migrated", { ms: performance.now() - start });
}

/** Only from a file: arguments are visible to everybody who may list processes. */
function readOwnerUrl([name, file, ...rest]: string[]): string {
  if (name !== option || !file || rest.length > 0) refuse("must be given, with a file and nothing else");
  let url: string;
  try {
    url = readFileSync(file, "utf8").trim();
  } catch {
    return refuse("names a file that cannot be read");
  }
  const malformed = settings.shape.DVD_DATABASE_URL.safeParse(url).error?.issues[0];
  if (malformed) refuse(malformed.message);
  // On the same machine there is nobody in between; everywhere else the owner's password crosses a network.
  const [unfit] = isLoopback(url) ? [] : clusterProblems({ DVD_DATABASE_URL: url }, ["DVD_DATABASE_URL"]);
  if (unfit) refuse(unfit.problem);
  return url;
}

const isLoopback = (url: string) => ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);

function refuse(problem: string): never {
  throw new ConfigError([{ name: option, problem }]);
}

main().catch((error: unknown) => reportStartFailure(error, "migrate"));
